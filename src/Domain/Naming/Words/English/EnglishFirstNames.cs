namespace ClientChats.Domain.Naming;

internal static class EnglishFirstNames
{
    public const string Lines = """
        Aaron
        Abigail: Abby
        Adam
        Adrian
        Agnes
        Aidan
        Alan: Al
        Albert: Al, Bert
        Alexander: Alex, Xander
        Alexandra: Alex, Sandra
        Alexis: Lexi
        Alfred: Alf, Fred
        Alice
        Alison: Ali
        Amanda: Mandy
        Amber
        Amelia: Amy
        Amy
        Andrea
        Andrew: Andy, Drew
        Angela: Angie
        Anna: Annie
        Anne: Annie
        Anthony: Tony
        Arthur: Art
        Ashley: Ash
        Audrey
        Ava
        Barbara: Barb
        Beatrice: Bea
        Benjamin: Ben, Benny
        Bernard: Bernie
        Beverly: Bev
        Bradley: Brad
        Brandon
        Brenda
        Brian
        Bruce
        Bryan
        Caleb
        Calvin: Cal
        Cameron: Cam
        Carl
        Carol
        Caroline: Carrie
        Catherine: Cathy, Kate
        Charles: Charlie, Chuck
        Charlotte: Lottie
        Chloe
        Christian: Chris
        Christina: Tina, Chris
        Christine: Chris
        Christopher: Chris
        Claire
        Colin
        Connor
        Craig
        Cynthia: Cindy
        Daniel: Dan, Danny
        David: Dave
        Deborah: Debbie, Deb
        Dennis
        Derek
        Diana: Di
        Diane
        Dominic: Dom
        Donald: Don, Donnie
        Donna
        Dorothy: Dot
        Douglas: Doug
        Dylan
        Edward: Ed, Eddie, Ted
        Eleanor: Ellie, Nell
        Elijah: Eli
        Elizabeth: Liz, Beth, Betty, Lizzie
        Ella
        Ellen
        Emily: Em
        Emma: Em
        Eric
        Ethan
        Eugene: Gene
        Eva: Eve
        Evan
        Evelyn
        Felix
        Fiona
        Florence: Flo
        Frances: Fran
        Francis: Frank
        Frank: Frankie
        Frederick: Fred, Freddie
        Gabriel: Gabe
        Gareth
        Gary
        Geoffrey: Geoff
        George: Georgie
        Gerald: Gerry
        Gloria
        Gordon
        Grace: Gracie
        Graham
        Gregory: Greg
        Hannah
        Harold: Harry
        Harry
        Heather
        Helen
        Henry: Hank, Harry
        Howard
        Hugh
        Ian
        Isaac
        Isabella: Bella, Izzy
        Jack
        Jacob: Jake
        James: Jim, Jimmy, Jamie
        Jane: Janie
        Janet: Jan
        Jason
        Jean
        Jeffrey: Jeff
        Jennifer: Jen, Jenny
        Jeremy: Jerry
        Jessica: Jess, Jessie
        Joan
        Joanna: Jo
        John: Johnny, Jack
        Jonathan: Jon
        Jordan
        Joseph: Joe, Joey
        Joshua: Josh
        Joyce
        Judith: Judy
        Julia: Julie
        Julian: Jules
        Julie
        Justin
        Karen
        Katherine: Kate, Katie, Kathy
        Kathleen: Kathy
        Keith
        Kelly
        Kenneth: Ken, Kenny
        Kevin: Kev
        Kimberly: Kim
        Kyle
        Larry
        Laura
        Lauren
        Leonard: Leo, Len
        Leo
        Leslie: Les
        Lewis: Lew
        Liam
        Linda
        Lisa
        Logan
        Louis: Lou
        Louise: Lou
        Lucas: Luke
        Lucy
        Luke
        Lydia
        Madeline: Maddie
        Madison: Maddie
        Marcus
        Margaret: Maggie, Meg, Peggy
        Maria
        Marie
        Mark
        Martha
        Martin: Marty
        Mary: Molly
        Matthew: Matt
        Maurice
        Max
        Megan: Meg
        Melanie: Mel
        Melissa: Mel
        Mia
        Michael: Mike, Mick, Mickey
        Michelle: Shelly
        Mila
        Mitchell: Mitch
        Mohammed: Mohammad
        Nancy
        Natalie: Nat
        Nathan: Nate
        Neil
        Nicholas: Nick
        Nicole: Nicky
        Noah
        Nora
        Norman: Norm
        Oliver: Ollie
        Olivia: Liv
        Oscar
        Owen
        Pamela: Pam
        Patricia: Pat, Patty, Tricia
        Patrick: Pat, Paddy
        Paul
        Paula
        Penelope: Penny
        Peter: Pete
        Philip: Phil
        Rachel: Rach
        Ralph
        Raymond: Ray
        Rebecca: Becky, Becca
        Richard: Rich, Rick, Dick
        Robert: Rob, Bob, Bobby, Robbie
        Robin
        Rodney: Rod
        Roger
        Ronald: Ron, Ronnie
        Rose: Rosie
        Ross
        Roy
        Russell: Russ
        Ruth
        Ryan
        Samantha: Sam
        Samuel: Sam, Sammy
        Sandra: Sandy
        Sarah
        Scott
        Sean
        Sebastian: Seb
        Sharon
        Shirley
        Simon
        Sophia: Sophie
        Sophie
        Spencer
        Stella
        Stephanie: Steph
        Stephen: Steve
        Steven: Steve
        Stuart: Stu
        Susan: Sue, Susie
        Sylvia
        Teresa: Tess
        Terence: Terry
        Theodore: Theo, Ted
        Theresa: Tess
        Thomas: Tom, Tommy
        Timothy: Tim
        Todd
        Tracy
        Travis
        Trevor
        Tyler: Ty
        Valerie: Val
        Vanessa
        Veronica: Ronnie
        Victor: Vic
        Victoria: Vicky, Tori
        Vincent: Vince
        Violet
        Virginia: Ginny
        Walter: Walt
        Wayne
        Wendy
        William: Will, Bill, Billy, Liam
        Zachary: Zach
        Zoe
        """;
}

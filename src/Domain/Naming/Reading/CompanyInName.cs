namespace ClientChats.Domain.Naming;

internal sealed record CompanyInName(int FirstWord, int LastWord, string Spelling)
{
    public bool IsSpelled(string word) => WordReader.Read(Spelling).Exists(own => own.Text == word);
}

namespace ClientChats.Domain.Naming;

internal static class EnglishLongWords
{
    public const string Lines = """
        optimization → optimiz.
        optimisation → optimis.
        development → dev
        redevelopment → redev.
        application → app
        implementation → implement.
        documentation → docs
        configuration → config
        communication → comms
        advertising → ads
        advertisement → ad
        information → info
        infrastructure → infra
        consultation → consult.
        specification → spec
        integration → integr.
        localization → localiz.
        localisation → localis.
        automation → automat.
        authentication → auth
        authorization → auth
        registration → registr.
        certification → certif.
        reconstruction → reconstr.
        recruitment → recruit.
        administration → admin
        administrative → admin
        requirement → req.
        demonstration → demo
        laboratory → lab
        manufacturing → manufact.
        customization → customiz.
        customisation → customis.
        personalization → personaliz.
        personalisation → personalis.
        digitalization → digitaliz.
        digitalisation → digitalis.
        modernization → moderniz.
        modernisation → modernis.
        standardization → standardiz.
        standardisation → standardis.
        visualization → visualiz.
        visualisation → visualis.
        organization → org.
        organisation → org.
        transportation → transport
        transformation → transform.
        synchronization → sync
        synchronisation → sync
        repository → repo
        investigation → investig.
        accessibility → access.
        representation → represent.
        internationalization → international.
        internationalisation → international.
        """;
}

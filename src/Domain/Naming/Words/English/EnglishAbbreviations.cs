namespace ClientChats.Domain.Naming;

internal static class EnglishAbbreviations
{
    public const string Lines = """
        LP → Landing page
        WP → WordPress
        FE → Front end
        BE → Back end
        DB → Database
        BD → Business dev
        CS → Customer support
        CX → Customer experience
        MKT → Marketing
        MKTG → Marketing
        DEV → Dev
        APP → App
        MGMT → Management
        OPS → Ops
        ACQ → Acquisition
        SOW → Statement of work
        MSA → Master agreement
        POC → Pilot
        QBR → Quarterly review
        GTM → Go-to-market
        WIP → Work in progress
        SMB → Small business
        OOH → Outdoor ads
        PMO → Project office
        """;
}

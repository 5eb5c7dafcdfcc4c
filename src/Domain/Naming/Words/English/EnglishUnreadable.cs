namespace ClientChats.Domain.Naming;

internal static class EnglishUnreadable
{
    public const string Lines = """
        opt. → optimiz.
        optim. → optimiz.
        impl. → implement.
        maint. → maintenance
        mgmt → management
        mngmt → management
        mktg → marketing
        mkt. → marketing
        mrktng → marketing
        advt. → ads
        advert. → ads
        appl. → app
        dvlp. → dev
        dvlpmt → dev
        devt → dev
        supp. → support
        sppt → support
        consltg → consulting
        svc → service
        svcs → services
        acct. → account
        acctg → accounting
        infr. → infra
        integ. → integr.
        docum. → docs
        dsgn → design
        redsgn → redesign
        rqmts → req.
        cmpgn → campaign
        camp. → campaign
        logist. → logistics
        transl. → translation
        constr. → construction
        instal. → install
        dlvry → delivery
        shpmt → shipment
        shpg → shipping
        prod.
        cons.
        comm.
        eng.
        cust.
        proj.
        """;
}

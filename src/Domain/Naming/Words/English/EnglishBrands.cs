namespace ClientChats.Domain.Naming;

internal static class EnglishBrands
{
    public const string Lines = """
        DevOps, DevRel, SecOps, FinTech, EdTech, MedTech, PropTech, InsurTech, MarTech, AdTech, AgroTech, FoodTech, LegalTech, HoReCa, BizDev, eCommerce, NoCode, LowCode, FrontEnd, BackEnd, FullStack
        iPhone, iPad, iMac, iOS, iPadOS, macOS, watchOS, tvOS, iCloud, iTunes, iMessage, AirPods, AppStore, MacBook, CarPlay
        YouTube, YouGov, GitHub, GitLab, BitBucket, WhatsApp, WeChat, LinkedIn, TikTok, PayPal, eBay, FedEx, DreamWorks, DuckDuckGo, OnlyFans, SoundCloud, SnapChat, StackOverflow, OpenAI, ChatGPT, DeepMind, DeepSeek, HuggingFace, MidJourney, YouTrack, JetBrains, IntelliJ, PyCharm, WebStorm, TeamCity, AppMetrica, AppsFlyer
        WordPress, WooCommerce, PrestaShop, OpenCart, BigCommerce, ClickHouse, PostgreSQL, MySQL, MongoDB, MariaDB, SQLite, GraphQL, JavaScript, TypeScript, CoffeeScript, NodeJS, NextJS, VueJS, ReactJS, DotNet, CloudFlare, DigitalOcean, OpenStack, KeyCRM, HubSpot, SalesForce, ZenDesk, MailChimp, SendPulse, UniSender, GetResponse, GetCourse, SurveyMonkey, TypeForm, ClickUp, MindManager, PowerPoint, PowerBI, SharePoint, OneDrive, OneNote, OutSystems, AutoCAD, ArchiCAD, SketchUp, SolidWorks, CorelDRAW, InDesign, AfterEffects, LightRoom, TeamViewer, AnyDesk, FreshDesk, JivoSite, JivoChat, LiveChat, CarrotQuest, CallTouch, CoMagic, RoiStat, DirectLine, MegaPlan, amoCRM, RetailCRM, WebAsyst, InSales, HeadHunter, SuperJob, CloudPayments, YooMoney, YooKassa, RuTube, RuStore, VKontakte, MyTarget, BeReal, DoorDash, AirBnB, MasterCard, UnionPay, AliExpress, MediaMarkt, LeoVegas, McDonalds, McKinsey, PetSmart, PepsiCo, BlackRock, BlackBerry, HarperCollins, HelloFresh, WeWork, ThinkPad, PlayStation, GameStop, SpaceX, StarLink, ExxonMobil, BioNTech, AstraZeneca, GlaxoSmithKline, UnitedHealth, CrowdStrike, SalesLoft, ServiceNow, WorkDay, NetSuite, QuickBooks, FreshBooks, DocuSign, DropBox, EverNote, TripAdvisor, FourSquare, OpenTable, GrubHub, TaskRabbit, TeamWork, BaseCamp
        """;
}

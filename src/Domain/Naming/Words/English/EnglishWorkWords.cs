namespace ClientChats.Domain.Naming;

internal static class EnglishWorkWords
{
    public const string Lines = """
        site, website, webshop, shop, store, storefront, portal, platform, blog, landing, page, app, bot, chatbot, widget, plugin, domain, hosting, server, checkout, cart
        design, redesign, web, logo, brand, branding, rebranding, identity, packaging, print, banner, brochure, catalog, catalogue, deck, prototype, mockup, wireframes, interface, animation, infographics
        dev, development, support, maintenance, rollout, setup, migration, relaunch, launch, release, phase, stage, sprint, pilot, audit, analysis, analytics, research, survey, report, reporting, strategy, plan, roadmap, budget, estimate, brief, retainer, onboarding, upgrade, update, handover
        ads, marketing, campaign, newsletter, mailing, content, copy, copywriting, articles, social, media, shoot, photo, photos, video, clip, podcast, webinar, event, conference, expo, merch, outreach, reviews, reputation, search, promotion
        accounting, bookkeeping, tax, taxes, payroll, finance, loan, leasing, insurance, contract, contracts, documents, procurement, tender, supply, supplies, logistics, shipping, shipment, freight, delivery, warehouse, customs, export, import, rent, rental, sales, order, orders, returns, claim, claims, billing, invoice, invoices, renewal
        litigation, bankruptcy, patent, trademark, license, licensing, compliance
        repair, repairs, construction, renovation, roofing, windows, doors, kitchen, furniture, ventilation, heating, plumbing, cleaning, security, equipment, landscaping, fitout
        training, course, courses, workshop, seminar, consulting, coaching, translation, translations, hiring, recruiting, interview, services, service
        online, offline, mobile, technical, digital, annual, monthly, quarterly
        """;
}

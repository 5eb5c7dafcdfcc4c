namespace ClientChats.Domain.Naming;

/// <summary>Forms that are also everyday words or endings of names (AB, SE, Co without its dot) are left out.</summary>
internal static class EnglishLegalForms
{
    public const string Lines = "LLC, LLP, Inc, Incorporated, Ltd, Limited, Corp, Corporation, PLC, GmbH, mbH, AG, KG, SA, SAS, SARL, SRL, SpA, BV, NV, Oy, OÜ, ApS, Pty, Pte, PJSC, JSC, OJSC, CJSC, FZE, FZCO, DMCC, SRO, UAB, SIA, KK, Bhd, Sdn";
}

namespace ClientChats.Domain.Naming;

/// <summary>An employee, as far as names of chats are concerned.</summary>
public sealed record KnownPerson(string FirstName, string LastName);

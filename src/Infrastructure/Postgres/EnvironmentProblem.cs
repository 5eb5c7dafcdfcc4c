using System.Diagnostics.CodeAnalysis;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>Something about this machine keeps ClientChats from starting; the message is one sentence that says what to do.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is named as it is spoken of.")]
public sealed class EnvironmentProblem(string sentence, Exception? cause = null) : Exception(sentence, cause);

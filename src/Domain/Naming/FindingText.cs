using System.Collections.Frozen;

namespace ClientChats.Domain.Naming;

/// <summary>Which sentence tells a finding, and the words that go into it. One code may be told by several sentences.</summary>
public sealed class FindingText
{
    private FindingText(string key, FrozenDictionary<string, string> arguments)
    {
        Key = key;
        Arguments = arguments;
    }

    public string Key { get; }

    public FrozenDictionary<string, string> Arguments { get; }

    internal static FindingText Of(string key, params IEnumerable<(string Name, string Value)> arguments) =>
        new(key, arguments.ToFrozenDictionary(argument => argument.Name, argument => argument.Value));
}

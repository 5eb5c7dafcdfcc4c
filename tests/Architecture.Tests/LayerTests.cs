using System.Reflection;
using System.Text.RegularExpressions;
using ClientChats.Application;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure;
using MediatR;

namespace ClientChats.Architecture.Tests;

/// <summary>References point inward, modules have the same names everywhere, and every request is handled once and says for whom it is.</summary>
public sealed partial class LayerTests
{
    private static readonly Assembly Domain = typeof(Refusal).Assembly;
    private static readonly Assembly Application = typeof(ApplicationModule).Assembly;
    private static readonly Assembly Infrastructure = typeof(InfrastructureModule).Assembly;
    private static readonly Assembly Api = Assembly.Load("ClientChats.Api");

    private static readonly string[] Modules =
    [
        "Organizations", "Invitations", "Conversations", "Chats", "Channels", "Messages", "Naming", "Rules", "Crm", "Bridges", "Notifications", "Files", "Calls", "Assistant", "Audit", "Jobs",
    ];

    /// <summary>Folders that belong to a layer and to no module.</summary>
    private static readonly Dictionary<Assembly, string[]> OwnFolders = new()
    {
        [Domain] = ["Kernel"],
        [Application] = ["Kernel"],
        [Infrastructure] = ["Database", "Demo", "Kernel", "Limits", "Node", "Outbox", "Postgres"],
        [Api] = ["Authentication", "Development", "Health", "Http", "Live", "Start", "Web"],
    };

    [Fact]
    public void The_domain_references_nothing_but_the_framework() =>
        NamesReferencedBy(Domain).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal) || name == "netstandard");

    [Fact]
    public void The_application_knows_the_domain_and_neither_the_database_driver_nor_the_web()
    {
        var names = NamesReferencedBy(Application);
        names.ShouldContain("ClientChats.Domain");
        names.ShouldNotContain(name => name.StartsWith("Npgsql", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name == "Microsoft.EntityFrameworkCore.Relational" || name == "ClientChats.Infrastructure" || name == "ClientChats.Api");
    }

    [Fact]
    public void The_infrastructure_does_not_know_the_api() => NamesReferencedBy(Infrastructure).ShouldNotContain("ClientChats.Api");

    [Fact]
    public void Every_layer_is_divided_into_the_same_modules()
    {
        foreach (var (assembly, own) in OwnFolders)
        {
            var root = assembly.GetName().Name!;
            var folders = assembly.GetTypes().Select(type => type.Namespace).OfType<string>()
                .Where(ns => ns.StartsWith(root + ".", StringComparison.Ordinal)).Select(ns => ns[(root.Length + 1)..].Split('.')[0]).Distinct();
            folders.Except(Modules).Except(own).ShouldBeEmpty($"{root} has folders that are no module");
        }
    }

    [Fact]
    public void Every_request_has_exactly_one_handler()
    {
        var handled = Application.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false })
            .SelectMany(type => type.GetInterfaces()).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .GroupBy(i => i.GetGenericArguments()[0]).ToDictionary(group => group.Key, group => group.Count());

        Requests().ShouldNotBeEmpty();
        Requests().ShouldAllBe(request => handled.GetValueOrDefault(request) == 1);
    }

    [Fact]
    public void Every_request_says_for_whom_it_is()
    {
        foreach (var request in Requests())
        {
            var audiences = request.GetInterfaces().Where(i => i != typeof(IHasAudience) && typeof(IHasAudience).IsAssignableFrom(i)).ToList();
            audiences.Count.ShouldBe(1, $"{request.Name} is for {string.Join(", ", audiences.Select(a => a.Name))}");
        }
    }

    [Fact]
    public void Every_use_case_stands_in_a_file_of_its_own_name()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src", "Application"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Requests().Select(request => request.Name).ShouldAllBe(name => files.Contains(name));
    }

    [Fact]
    public void Nothing_but_the_predicate_reads_the_access_rows_and_flags()
    {
        var migrations = Path.Combine("Database", "Migrations") + Path.DirectorySeparatorChar;
        var offenders = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(migrations, StringComparison.Ordinal))
            .Where(file => MovingOfMarks().Replace(File.ReadAllText(file), "") is var text && (text.Contains("conversation_access", StringComparison.Ordinal) || text.Contains("is_overseen", StringComparison.Ordinal) || text.Contains("is_unlinked", StringComparison.Ordinal)));
        offenders.ShouldBeEmpty();
    }

    /// <summary>Marks lie in the rows of access; moving one reads nothing of who sees what.</summary>
    [GeneratedRegex(@"update conversation_access a\s+set read_number = ")]
    private static partial Regex MovingOfMarks();

    private static List<Type> Requests() =>
        [.. Application.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && typeof(IBaseRequest).IsAssignableFrom(type))];

    private static List<string> NamesReferencedBy(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];
}

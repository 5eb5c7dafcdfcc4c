using ClientChats.Api.Start;
using ClientChats.Infrastructure.Postgres;

try
{
    await using var running = await Startup.RunAsync(args, Console.Out.WriteLine, CancellationToken.None);
    await running.UntilStoppedAsync();
    return 0;
}
catch (EnvironmentProblem problem)
{
    await Console.Error.WriteLineAsync($"ClientChats cannot start. {problem.Message}");
    return 1;
}

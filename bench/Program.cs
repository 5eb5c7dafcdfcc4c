using System.Globalization;
using ClientChats.Bench;
using ClientChats.Bench.Floor;

if (args is [FloorServer.Command, var port, var connectionString])
{
    await FloorServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), connectionString);
    return 0;
}

try
{
    return await new Session(Options.Read(args), Console.WriteLine).RunAsync();
}
catch (ArgumentException wrong)
{
    await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{Options.Usage}");
    return 2;
}

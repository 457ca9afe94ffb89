using System.Diagnostics;
using System.Globalization;

namespace KnowledgeGraph.Bench;

/// <summary>A server that is measured, in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    // What /proc counts in: sysconf(_SC_CLK_TCK), which is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The processor time that the process has taken so far, of all its threads.</summary>
    public TimeSpan ProcessorTime => ProcessorTimeOf(_process.Id);

    /// <summary>The processor time that a process has taken so far, of all its threads.</summary>
    public static TimeSpan ProcessorTimeOf(int process)
    {
        // The name of the program may hold spaces; it ends at the last bracket.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    /// <summary>Starts a program and waits until it answers.</summary>
    public static async Task<ServerProcess> StartAsync(string program, string[] arguments, string folder, int port, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["NODE_ENV"] = "production";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient { BaseAddress = server.Address };
        for (var i = 0; i < 300; i++)
        {
            if (process.HasExited)
                break;

            try
            {
                using var response = await http.GetAsync(new Uri("/", UriKind.Relative), cancellationToken);
                return server;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }

        server.Dispose();
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} does not answer at {server.Address}.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}

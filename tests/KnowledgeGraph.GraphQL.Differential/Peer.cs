using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace KnowledgeGraph.GraphQL.Differential;

/// <summary>graphql-js in one process of Node.js, that takes a line and answers with a line.</summary>
public sealed class Peer : IDisposable
{
    public const string HowToGetIt = "graphql-js needs Node.js 20 with npm, and a registry that serves its package.";

    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "peer");

    private readonly Process _process;

    private Peer(Process process)
    {
        _process = process;
    }

    /// <summary>Installs graphql-js once and starts it.</summary>
    /// <returns>The peer, or <see langword="null"/> on a machine that cannot have it.</returns>
    public static Peer? Start()
    {
        try
        {
            return Install() && Process.Start(Node()) is { } process ? new Peer(process) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public void Send(object request)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, JsonSerializerOptions.Web));
        _process.StandardInput.Flush();
    }

    public JsonElement Receive() =>
        JsonElement.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("graphql-js ended before its answer."));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(5));
        _process.Dispose();
    }

    private static ProcessStartInfo Node() =>
        new("node", ["peer.mjs"]) { WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true };

    private static bool Install()
    {
        var stamp = Path.Combine(_folder, "installed");
        var wanted = File.ReadAllText(Path.Combine(_folder, "package-lock.json"));
        if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted)
            return true;

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = _folder })!;
        npm.WaitForExit();
        if (npm.ExitCode != 0)
            return false;

        File.WriteAllText(stamp, wanted);
        return true;
    }
}

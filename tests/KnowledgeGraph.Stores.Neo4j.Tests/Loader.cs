using System.Diagnostics;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>A load in a process of its own: <c>KnowledgeGraph.Cli copy</c> out of a file.</summary>
internal sealed class Loader : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _problem;

    /// <param name="archive">The file of an embedded store.</param>
    /// <param name="server">Where it is copied to.</param>
    public Loader(string archive, Neo4jServer server)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "KnowledgeGraph.Cli.dll"), "copy", "--from", archive, "--to", $"{server.Address}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEO4J_USER"] = server.User;
        start.Environment["NEO4J_PASSWORD"] = server.Password;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _problem = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Kills it: neither it nor the server is told anything.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code, and what it said.</returns>
    public async Task<(int ExitCode, string Said)> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, $"{await _output}{await _problem}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}

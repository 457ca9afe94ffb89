using System.Diagnostics;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.GraphQL.Clients.Tests;

/// <summary>Clients as their makers publish them on npm, installed once a run and driven by scripts under Node.js.</summary>
public sealed class NodeClients : IAsyncLifetime
{
    private const string HowToGetThem = "These tests need Node.js 20 with npm, and a registry that serves its packages.";

    private static readonly string _source = Path.Combine(Repository.Root, "tests/KnowledgeGraph.GraphQL.Clients.Tests/clients");
    private static readonly string _folder = Path.Combine(Repository.Root, "artifacts/graphql-clients");
    private string? _installed;

    public static string SchemaFile => Path.Combine(_source, "schema.graphql");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        foreach (var file in Directory.EnumerateFiles(_source))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);

        var stamp = Path.Combine(_folder, "installed");
        var wanted = await File.ReadAllTextAsync(Path.Combine(_source, "package-lock.json"));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
        {
            _installed = _folder;
            return;
        }

        var (code, _) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]);
        if (code != 0)
            return;

        await File.WriteAllTextAsync(stamp, wanted);
        _installed = _folder;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a script on a service. It fails by itself, or says what it got.</summary>
    public async Task<string> RunAsync(string script, Uri address)
    {
        Requirement.Of(_installed, HowToGetThem);
        var (code, output) = await RunAsync("node", [script, address.ToString()]);
        code.Should().Be(0, output);
        return output.Trim();
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return (-1, $"{program} {string.Join(' ', arguments)} did not end.");
            }

            return (process.ExitCode, await output + await error);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }
}

using System.Diagnostics;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Server.Tests;

/// <summary>The client of <c>docs/examples/typescript</c>: its types are generated from the schema, it is compiled, and asks.</summary>
public sealed class TypeScriptExampleTests(RunningServer server)
{
    private const string HowToGetIt = "This test needs Node.js 20 with npm, and a registry that serves its packages.";
    private const string Schema = "src/KnowledgeGraph.Api/schema.graphql";
    private const string Example = "docs/examples/typescript";

    private static readonly string _copy = Path.Combine(Repository.Root, "artifacts/typescript-example");

    [Fact]
    public async Task The_example_is_generated_compiled_and_answered()
    {
        var folder = Path.Combine(_copy, Example);
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_copy, Schema))!);
        File.Copy(Path.Combine(Repository.Root, Schema), Path.Combine(_copy, Schema), overwrite: true);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, Example)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);

        Requirement.Of(await InstallAsync(folder) ? folder : null, HowToGetIt);
        (await RunAsync(folder, "npm", "run", "--silent", "generate")).Code.Should().Be(0);
        var compiled = await RunAsync(folder, "npm", "run", "--silent", "build");
        compiled.Code.Should().Be(0, compiled.Output);

        var answer = await RunAsync(folder, "node", "build/who-met.js", new Uri(server.Http.BaseAddress!, "/graphql").ToString(), "郗明庚");

        answer.Output.Should().StartWith("郗明庚 met ").And.Contain("母先觉").And.Contain("会见");
    }

    private static async Task<bool> InstallAsync(string folder)
    {
        var stamp = Path.Combine(folder, "installed");
        var wanted = await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json"));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
            return true;

        if ((await RunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")).Code != 0)
            return false;

        await File.WriteAllTextAsync(stamp, wanted);
        return true;
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await error);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }
}

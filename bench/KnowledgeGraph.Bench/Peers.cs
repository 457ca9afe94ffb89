using System.Diagnostics;

namespace KnowledgeGraph.Bench;

/// <summary>The servers of others, as they are published on npm.</summary>
internal static class Peers
{
    /// <summary>Installs them and gives the folder they are in.</summary>
    /// <exception cref="InvalidOperationException">There is no npm, or its registry does not serve them.</exception>
    public static string Install()
    {
        var source = Path.Combine(Repository.Root, "bench/peers");
        var folder = Path.Combine(Repository.Root, "artifacts/bench-peers");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);

        var stamp = Path.Combine(folder, "installed");
        var wanted = File.ReadAllText(Path.Combine(source, "package-lock.json"));
        if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted)
            return folder;

        Console.Error.WriteLine("Installing the peers from npm.");
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = folder })!;
        npm.WaitForExit();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException("npm could not install the peers: see what it says above. With --no-peers they are left out.");

        File.WriteAllText(stamp, wanted);
        return folder;
    }
}

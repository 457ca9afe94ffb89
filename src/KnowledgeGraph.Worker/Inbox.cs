using KnowledgeGraph.Ingestion.Pages;

namespace KnowledgeGraph.Worker;

/// <summary>The folder in which pages arrive. A page is in one of three places: here, <c>done</c>, or <c>failed</c> with its reason beside it.</summary>
/// <remarks>A page stays here until it is written, so a worker that was killed goes on where it was.</remarks>
internal sealed class Inbox(DirectoryInfo folder)
{
    private readonly Dictionary<string, (long Length, DateTime Written)> _seen = new(StringComparer.Ordinal);

    /// <summary>The pages that have come and are whole: their size has not changed since the last look. In ordinal order.</summary>
    public IReadOnlyList<string> Look()
    {
        var files = folder.EnumerateFiles().Where(file => PageFiles.IsPage(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var ready = new List<string>();
        foreach (var file in files)
        {
            var now = (file.Length, file.LastWriteTimeUtc);
            if (_seen.TryGetValue(file.FullName, out var before) && before == now)
                ready.Add(file.FullName);

            _seen[file.FullName] = now;
        }

        return ready;
    }

    /// <summary>Puts a page that was written into <c>done</c>, in the place of an earlier edition with the same name.</summary>
    public void Complete(string path) => Move(path, "done");

    /// <summary>Puts a page that cannot be read into <c>failed</c>, with the reason in a file beside it.</summary>
    public void Reject(string path, string reason)
    {
        var target = Move(path, "failed");
        File.WriteAllText(target + ".reason.txt", reason + Environment.NewLine);
    }

    private string Move(string path, string subfolder)
    {
        var target = Path.Combine(folder.CreateSubdirectory(subfolder).FullName, Path.GetFileName(path));
        File.Move(path, target, overwrite: true);
        _seen.Remove(path);
        return target;
    }
}

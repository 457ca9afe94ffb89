using KnowledgeGraph.Extraction.Reading;

namespace KnowledgeGraph.Ingestion.Pages;

/// <summary>Finds and reads the files that hold pages.</summary>
public static class PageFiles
{
    private static readonly string[] _endings = [".txt", ".html", ".htm"];

    /// <summary>The pages among <paramref name="paths"/>: each file named, and all text and HTML files below each folder; in ordinal order, none twice.</summary>
    /// <exception cref="PageSourceException">A path does not exist, or a folder holds no page.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (File.Exists(path))
                files.Add(Path.GetFullPath(path));
            else if (Directory.Exists(path))
                files.UnionWith(Below(path));
            else
                throw new PageSourceException($"'{path}' does not exist: give a page, or a folder with pages.");
        }

        return [.. files];
    }

    public static bool IsPage(string path) => _endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads one file.</summary>
    /// <exception cref="PageSourceException">It is missing, too large, or may not be read.</exception>
    public static async Task<Page> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > PageReader.MaximumBytes)
            {
                throw new PageSourceException(
                    $"'{path}' has {file.Length / 1024:N0} KB, and a page has at most {PageReader.MaximumBytes / 1024:N0}: split it into single pages.");
            }

            return new Page(new Uri(Path.GetFullPath(path)).AbsoluteUri, await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PageSourceException($"'{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static List<string> Below(string folder)
    {
        try
        {
            var pages = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsPage).Select(Path.GetFullPath).ToList();
            return pages.Count > 0 ? pages : throw new PageSourceException($"'{folder}' holds no page: pages are files that end in {string.Join(", ", _endings)}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PageSourceException($"'{folder}' cannot be read: {exception.Message}", exception);
        }
    }
}

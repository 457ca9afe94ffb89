using System.IO.Compression;

namespace KnowledgeGraph.Extraction.Lexicons;

/// <summary>Opens the data files that come inside the assembly.</summary>
internal static class Lexicon
{
    /// <summary>The fields of each line of a tab-separated file; lines that begin with # say where it comes from.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open("Lexicons." + name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    /// <summary>The words of a file with one word, or several with blanks between them, a line.</summary>
    public static string[] Words(string name) =>
        [.. Rows(name).SelectMany(row => row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>A model file, unpacked.</summary>
    public static byte[] Model(string name)
    {
        using var packed = new BrotliStream(Open("Models." + name), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static Stream Open(string name)
    {
        var assembly = typeof(Lexicon).Assembly;
        return assembly.GetManifestResourceStream($"{assembly.GetName().Name}.{name}")
            ?? throw new InvalidOperationException($"The data file '{name}' is not inside the assembly: build the project again.");
    }
}

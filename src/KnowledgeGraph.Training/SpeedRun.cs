using System.Diagnostics;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Reading;

namespace KnowledgeGraph.Training;

/// <summary>Says how fast pages are read on one thread, and how soon the first is.</summary>
internal static class SpeedRun
{
    public static void Run(string folder)
    {
        var pages = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".md" or ".txt")
            .Order(StringComparer.Ordinal)
            .Select(file => PageReader.Read(File.ReadAllBytes(file), Path.ChangeExtension(file, ".txt")))
            .ToList();

        var start = Stopwatch.StartNew();
        var extractor = new Extractor();
        extractor.Extract(pages[0]);
        Console.WriteLine($"first page after {start.ElapsedMilliseconds} ms");

        foreach (var page in pages.Take(40))
            extractor.Extract(page);

        var watch = Stopwatch.StartNew();
        foreach (var page in pages)
            extractor.Extract(page);

        var characters = pages.Sum(page => (long)page.Text.Length);
        Console.WriteLine($"{characters} characters in {watch.Elapsed.TotalSeconds:F1} s: {characters / watch.Elapsed.TotalSeconds:F0} characters/s; {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB");
    }
}

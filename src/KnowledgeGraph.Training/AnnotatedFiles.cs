using System.Text;
using System.Text.Json;
using KnowledgeGraph.Extraction.Reading;

namespace KnowledgeGraph.Training;

/// <summary>A page with its gold file.</summary>
/// <param name="Name">The name of the file without its ending; a damaged version of a page is <c>NAME.damaged</c>.</param>
/// <param name="Set">The folder that it is in.</param>
/// <param name="Gold">The gold file, in the guidelines' format.</param>
/// <param name="Text">The page.</param>
internal sealed record AnnotatedFile(string Name, string Set, byte[] Gold, PageText Text)
{
    /// <summary>Which fold the page is tested in: a damaged version is in the fold of its page, the pages of one paper are in one fold.</summary>
    public int Fold => Name.Split('.')[0] is var name && name.All(char.IsAsciiDigit) ? 0 : int.Parse(new string([.. name.Where(char.IsAsciiDigit)])) % PageTraining.Folds;

    public bool IsDamaged => Name.Contains('.', StringComparison.Ordinal);
}

/// <summary>Finds annotated pages: those of a folder, and our own.</summary>
/// <remarks>
/// Beside a gold file NAME.json lies its page, NAME.txt. The gold of our own news pages lists the items of the corpus that the page is made
/// of (<c>"items": ["20230409/3"]</c>: the fourth item of that day), since the text itself is not ours to keep.
/// </remarks>
internal sealed class AnnotatedFiles(string corpora)
{
    private const string KeptSet = "kept";
    private const string KeptPapersSet = "kept papers";

    private readonly NewsItems _news = new(Path.Combine(corpora, "news"));

    /// <summary>The pages to learn from: those of a folder, and our own.</summary>
    public IEnumerable<AnnotatedFile> All(string folder) => In(folder).Concat(In(Repository.Pages).Where(file => !file.Set.StartsWith(KeptSet, StringComparison.Ordinal)));

    /// <summary>Our own pages that nothing learns from and no rule was written for.</summary>
    public IEnumerable<AnnotatedFile> Kept() => In(Path.Combine(Repository.Pages, KeptSet));

    private IEnumerable<AnnotatedFile> In(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (name, set, gold) = (Path.GetFileNameWithoutExtension(file), Path.GetFileName(Path.GetDirectoryName(file))!, File.ReadAllBytes(file));
            using var json = JsonDocument.Parse(gold);
            if (json.RootElement.TryGetProperty("items", out var items))
            {
                var text = string.Join("\n\n\n", items.EnumerateArray().Select(item => _news.Text(item.GetString()!)));
                yield return new AnnotatedFile(name, set, gold, PageReader.Read(Encoding.UTF8.GetBytes(text + "\n"), name + ".txt"));
                continue;
            }

            foreach (var page in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, name + "*.txt").Order(StringComparer.Ordinal))
                yield return new AnnotatedFile(Path.GetFileNameWithoutExtension(page), set == KeptSet ? KeptPapersSet : set, gold, PageReader.Read(File.ReadAllBytes(page), page));
        }
    }
}

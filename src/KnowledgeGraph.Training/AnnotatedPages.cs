using System.Text.Json;
using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Training;

/// <summary>A page with the names of its gold file found in its text.</summary>
internal sealed record AnnotatedPage(string Name, string Set, int Fold, Page Page, List<(int Start, int End, string Class)> Names);

/// <summary>Finds where the entities of annotated pages stand.</summary>
internal sealed class AnnotatedPages(ClassLexicon anchors, Segmenter segmenter)
{
    public AnnotatedPage Read(AnnotatedFile file)
    {
        var page = PageBuilder.Build(file.Text with { Format = PageFormat.PlainText });
        return new AnnotatedPage(file.Name, file.Set, file.Fold, page, Project(page, Forms(file.Gold)));
    }

    private Dictionary<string, string> Forms(byte[] gold)
    {
        using var json = JsonDocument.Parse(gold);
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entity in json.RootElement.GetProperty("entities").EnumerateArray())
        {
            var type = NameTagger.ClassOf(Enum.Parse<EntityType>(entity.GetProperty("types")[0].GetString()!));
            foreach (var form in entity.GetProperty("aliases").EnumerateArray().Prepend(entity.GetProperty("name")))
            {
                var clean = Normalize(form.GetString()!);
                if (clean.Length > 0 && !IsCommonNoun(clean, type))
                    forms.TryAdd(clean, type);
            }
        }

        return forms;
    }

    // 大会, 研究院, 我区: coreference finds what these mean, not the tagger.
    private bool IsCommonNoun(string form, string type) =>
        form[0] is '我' or '全' or '本' or '该' or '此' or '两' && form.Length <= 3
        || (anchors.Find(form) is >= 0 and var kind && (type is "EVT" or "PRJ" || anchors.Classes[kind] is not "organ"));

    private static string Normalize(string form)
    {
        var builder = new CleanText.Builder();
        for (var i = 0; i < form.Length; i++)
            builder.Append(form[i], i, i + 1);

        return CharacterNormalizer.Normalize(builder.Build()).Text.Trim();
    }

    private List<(int Start, int End, string Class)> Project(Page page, Dictionary<string, string> forms)
    {
        var trie = new WordTrie();
        var classes = forms.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var (form, kind) in forms)
            trie.Add(form, classes.IndexOf(kind));

        var names = new List<(int, int, string)>();
        foreach (var sentence in page.Sentences)
        {
            var text = page.Text.AsSpan(sentence.Start, sentence.Length);
            var starts = segmenter.Segment(text).Where(word => word.Length == 1).Select(word => word.Start).ToHashSet();
            for (var i = 0; i < text.Length;)
            {
                var (length, kind) = trie.Longest(text.Slice(i, Math.Min(80, text.Length - i)));
                if (length == 0 || (length == 1 && !starts.Contains(i)))
                {
                    i++;
                    continue;
                }

                names.Add((sentence.Start + i, sentence.Start + i + length, classes[kind]));
                i += length;
            }
        }

        return names;
    }
}

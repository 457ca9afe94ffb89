using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Finds countries, provinces and large cities where the taggers left the text free.</summary>
internal sealed class Gazetteer(PlaceLexicon places, Segmenter segmenter)
{
    public IEnumerable<Name> Find(Page page, List<Name> names)
    {
        var next = 0;
        foreach (var sentence in page.Sentences)
        {
            foreach (var word in segmenter.Segment(page.Text.AsSpan(sentence.Start, sentence.Length)))
            {
                var (start, end) = (sentence.Start + word.Start, sentence.Start + word.End);
                while (next < names.Count && names[next].End <= start)
                    next++;

                if (word.Length >= 2 && word.Tag == WordTag.Place && !(next < names.Count && names[next].Start < end) && IsKnown(page.Text[start..end]))
                    yield return new Name(start, end, EntityType.Place, "gazetteer", 0.75);
            }
        }
    }

    private bool IsKnown(string word) =>
        places.Countries.Contains(word) || places.Find(word).Any(division => division.Code.Length <= 4);
}

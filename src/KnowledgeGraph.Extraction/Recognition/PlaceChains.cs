using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Cuts places that were read as one: 泸州市江阳区 is a city and a district.</summary>
internal sealed class PlaceChains(PlaceLexicon places, ClassLexicon anchors)
{
    public IEnumerable<Name> Split(string text, Name name)
    {
        if (name.Type != EntityType.Place)
        {
            yield return name;
            yield break;
        }

        var start = name.Start;
        while (name.End - start > 3)
        {
            var length = places.LongestPrefix(text.AsSpan(start, name.End - start));
            if (length >= 2 && Contains(text[start..(start + length)], text[(start + length)..name.End]))
            {
                yield return name with { Start = start, End = start + length };
                start += length;
                continue;
            }

            if (length < 2 || name.End - start - length < 2 || !IsDivision(text[start + length - 1]) || !IsPlace(text.AsSpan(start + length, name.End - start - length)))
                break;

            yield return name with { Start = start, End = start + length };
            start += length;
        }

        yield return name with { Start = start };
    }

    // 浙江衢州: a province or city and a division of it.
    private bool Contains(string outer, string inner)
    {
        var within = places.Find(outer);
        foreach (var division in places.Find(inner))
        {
            for (var above = places.Above(division); above is not null; above = places.Above(above))
            {
                if (within.Contains(above))
                    return true;
            }
        }

        return false;
    }

    private static bool IsDivision(char last) => last is '省' or '市' or '区' or '县' or '镇' or '乡' or '道' or '州' or '旗';

    private bool IsPlace(ReadOnlySpan<char> rest) =>
        rest[0] is not ('委' or '政' or '人' or '党') && anchors.Suffix(rest) is ( > 0, >= 0 and var kind) suffix && suffix.Length < rest.Length
        && anchors.Classes[kind] is "town" or "venue" or "nature" or "road" && rest[^suffix.Length..] is not "中心";
}

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
        while (name.End - start > 3 && OuterLength(text.AsSpan(start, name.End - start)) is > 0 and var length)
        {
            yield return name with { Start = start, End = start + length };
            start += length;
        }

        yield return name with { Start = start };
    }

    // How much of a place that was read as one is the place that contains the rest; 0 where it is one place.
    private int OuterLength(ReadOnlySpan<char> name)
    {
        var length = places.LongestPrefix(name);
        var rest = name[length..];
        if (length >= 2 && rest.Length >= 2 && (Contains(name[..length], rest) || (IsDivision(name[length - 1]) && IsPlace(rest))))
            return length;

        // 淀湖镇永新村: a town that the lexicon has not, and a village of it.
        for (var i = 2; i + 2 < name.Length; i++)
        {
            if ((name[i] is '镇' or '乡' || (name[i] == '道' && name[i - 1] == '街')) && IsVillage(name[(i + 1)..]))
                return i + 1;
        }

        return 0;
    }

    // 浙江衢州, 河北保定顺平县: a province or city, and what begins with a division of it.
    private bool Contains(ReadOnlySpan<char> outer, ReadOnlySpan<char> rest)
    {
        var within = places.Find(outer.ToString());
        foreach (var division in places.Find(rest.ToString()).Concat(places.Find(rest[..places.LongestPrefix(rest)].ToString())))
        {
            for (var above = places.Above(division); above is not null; above = places.Above(above))
            {
                if (within.Contains(above))
                    return true;
            }
        }

        return false;
    }

    private static bool IsVillage(ReadOnlySpan<char> rest) => rest.Length >= 2 && (rest[^1] is '村' or '庄' or '屯' || rest.EndsWith("社区") || rest.EndsWith("嘎查"));

    private static bool IsDivision(char last) => last is '省' or '市' or '区' or '县' or '镇' or '乡' or '道' or '州' or '旗';

    private bool IsPlace(ReadOnlySpan<char> rest) =>
        rest[0] is not ('委' or '政' or '人' or '党') && anchors.Suffix(rest) is ( > 0, >= 0 and var kind) suffix && suffix.Length < rest.Length
        && anchors.Classes[kind] is "town" or "venue" or "nature" or "road" && rest[^suffix.Length..] is not "中心";
}

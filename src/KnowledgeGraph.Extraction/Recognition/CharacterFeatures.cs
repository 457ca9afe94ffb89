using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>What a character and its neighbours look like to the name tagger: characters, words, place names, name characters.</summary>
internal sealed class CharacterFeatures(Segmenter segmenter, PlaceLexicon places, PersonCharacters persons)
{
    public const int Width = 27;

    /// <summary>The features of each character of <paramref name="text"/>, <see cref="Width"/> for each, with the words they use.</summary>
    public uint[] Of(ReadOnlySpan<char> text, out List<Word> words)
    {
        words = segmenter.Segment(text);
        var letters = Letters(text);
        var wordOf = WordOf(words, text.Length);
        var place = PlaceMarks(text);
        var features = new uint[text.Length * Width];
        for (var i = 0; i < text.Length; i++)
            Fill(features.AsSpan(i * Width, Width), text, i, letters, words, wordOf, place);

        return features;
    }

    // Three characters of padding at each end; digits are one class, Latin letters another.
    private static ushort[] Letters(ReadOnlySpan<char> text)
    {
        var letters = new ushort[text.Length + 6];
        letters.AsSpan(0, 3).Fill(1);
        letters.AsSpan(text.Length + 3).Fill(2);
        for (var i = 0; i < text.Length; i++)
            letters[i + 3] = char.IsAsciiDigit(text[i]) ? '0' : text[i] < 0x300 && char.IsLetter(text[i]) ? 'a' : text[i];

        return letters;
    }

    private static int[] WordOf(List<Word> words, int length)
    {
        var wordOf = new int[length];
        for (var w = 0; w < words.Count; w++)
            wordOf.AsSpan(words[w].Start, words[w].Length).Fill(w);

        return wordOf;
    }

    // For each character: outside, begins, inside, ends the longest place names, with the length of the name up to four.
    private byte[] PlaceMarks(ReadOnlySpan<char> text)
    {
        var marks = new byte[text.Length];
        for (var i = 0; i < text.Length;)
        {
            var length = places.LongestPrefix(text.Slice(i, Math.Min(12, text.Length - i)));
            if (length < 2)
            {
                i++;
                continue;
            }

            var size = (byte)Math.Min(length, 4);
            marks.AsSpan(i, length).Fill((byte)(8 + size));
            marks[i] = size;
            marks[i + length - 1] = (byte)(16 + size);
            i += length;
        }

        return marks;
    }

    private void Fill(
        Span<uint> features, ReadOnlySpan<char> text, int i, ushort[] letters, List<Word> words, int[] wordOf, byte[] place)
    {
        var p = i + 3;
        uint c3 = letters[p - 3], c2 = letters[p - 2], c1 = letters[p - 1], c = letters[p], d1 = letters[p + 1], d2 = letters[p + 2], d3 = letters[p + 3];
        var n = 0;
        features[n++] = Hash(1, c);
        features[n++] = Hash(2, c1);
        features[n++] = Hash(3, d1);
        features[n++] = Hash(4, c2);
        features[n++] = Hash(5, d2);
        features[n++] = Hash(6, c1, c);
        features[n++] = Hash(7, c, d1);
        features[n++] = Hash(8, c2, c1);
        features[n++] = Hash(9, d1, d2);
        features[n++] = Hash(10, c1, d1);
        features[n++] = Hash(11, c2, c1, c);
        features[n++] = Hash(12, c1, c, d1);
        features[n++] = Hash(13, c, d1, d2);
        features[n++] = Hash(14, c3, c2, c1);
        features[n++] = Hash(15, d1, d2, d3);
        features[n++] = Hash(16, c1, c, d1, d2);

        var word = words[wordOf[i]];
        var inWord = (uint)(word.Length == 1 ? 0 : i == word.Start ? 1 : i == word.End - 1 ? 2 : 3);
        var before = wordOf[i] > 0 ? words[wordOf[i] - 1] : default;
        var after = wordOf[i] + 1 < words.Count ? words[wordOf[i] + 1] : default;
        var (wordHash, beforeHash, afterHash) = (Text(text, word), Text(text, before), Text(text, after));
        features[n++] = Hash(20, wordHash, inWord);
        features[n++] = Hash(21, beforeHash, inWord);
        features[n++] = Hash(22, afterHash, inWord);
        features[n++] = Hash(23, (uint)word.Tag, inWord, (uint)before.Tag, (uint)after.Tag);
        features[n++] = Hash(24, (uint)before.Tag, inWord, c);
        features[n++] = Hash(25, (uint)after.Tag, inWord, c);
        features[n++] = Hash(26, beforeHash, wordHash, inWord);

        var previous = i > 0 ? place[i - 1] : 0u;
        var next = i + 1 < place.Length ? place[i + 1] : 0u;
        features[n++] = Hash(30, previous, place[i], next);
        features[n++] = Hash(31, place[i], inWord, (uint)word.Tag);

        features[n++] = Hash(40, Surname(text, i), Given(text, i + 1), Given(text, i + 2), Given(text, i));
        features[n] = Hash(41, Surname(text, i - 1), Given(text, i), Surname(text, i - 2), Given(text, i + 1));
    }

    private uint Surname(ReadOnlySpan<char> text, int i) => i < 0 || i >= text.Length ? 9 : Bucket(persons.Surname(text[i]));

    private uint Given(ReadOnlySpan<char> text, int i) => i < 0 || i >= text.Length ? 9 : Bucket(persons.Given(text[i]));

    private static uint Bucket(int count) => count switch { 0 => 0, < 10 => 1, < 100 => 2, < 1000 => 3, < 5000 => 4, _ => 5 };

    private static uint Text(ReadOnlySpan<char> text, Word word)
    {
        var hash = 2166136261u;
        foreach (var c in text[word.Start..word.End])
            hash = (hash ^ c) * 16777619u;

        return hash;
    }

    /// <summary>A hash of a word (FNV-1a over its UTF-16 units), the same in every run.</summary>
    internal static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;

        return hash;
    }

    internal static uint Hash(uint template, uint a, uint b = 0, uint c = 0, uint d = 0)
    {
        var hash = template * 0x9E3779B1u;
        hash = Mix(hash, a);
        hash = Mix(hash, b);
        hash = Mix(hash, c);
        hash = Mix(hash, d);
        hash ^= hash >> 15;
        return hash == 0 ? 1 : hash;
    }

    private static uint Mix(uint hash, uint value)
    {
        hash ^= value * 0x85EBCA6Bu;
        hash = (hash << 13) | (hash >> 19);
        return hash * 5 + 0xE6546B64u;
    }
}

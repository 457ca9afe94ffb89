namespace KnowledgeGraph.Extraction.Segmentation;

/// <summary>Kinds of words that stand around names, a bit each, so that those of several words can be put together.</summary>
internal static class WordFamilies
{
    /// <summary>The family of a tag; 0 where it has none.</summary>
    public static uint Of(WordTag tag) => tag switch
    {
        WordTag.Verb => 1,
        WordTag.Preposition or WordTag.Adverb => 2,
        WordTag.Particle or WordTag.Pronoun => 4,
        WordTag.Conjunction => 8,
        WordTag.Place => 16,
        WordTag.Number or WordTag.Digits or WordTag.Measure or WordTag.Time => 32,
        WordTag.Person or WordTag.Title => 64,
        WordTag.Punctuation => 128,
        _ => 0,
    };
}

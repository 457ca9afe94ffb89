namespace KnowledgeGraph.Extraction.Segmentation;

/// <summary>What kind of word a word is, as far as names depend on it.</summary>
internal enum WordTag : byte
{
    Other,
    Noun,
    Verb,
    VerbalNoun,
    Adjective,
    Adverb,
    Preposition,
    Conjunction,
    Particle,
    Pronoun,
    Number,
    Measure,
    Time,
    Direction,
    Place,
    Organization,
    Person,
    Title,
    OrganizationSuffix,
    PlaceSuffix,
    Foreign,
    Punctuation,
    Latin,
    Digits,
    Unknown,
}

/// <summary>Reads the tags of the dictionary (the PKU set as HanLP extends it).</summary>
internal static class WordTags
{
    public static WordTag Parse(string tag) => tag switch
    {
        "vn" => WordTag.VerbalNoun,
        "nnt" or "nnd" => WordTag.Title,
        "nis" or "nit" or "nic" => WordTag.OrganizationSuffix,
        "nsf" or "ns" => WordTag.Place,
        "nf" => WordTag.Noun,
        ['n', 't', ..] => WordTag.Organization,
        "nrf" or "nrj" => WordTag.Foreign,
        ['n', 'r', ..] => WordTag.Person,
        ['n', ..] or ['g', ..] or ['j', ..] or ['l', ..] or ['i', ..] => WordTag.Noun,
        ['v', ..] => WordTag.Verb,
        ['a', ..] or ['b', ..] or ['z', ..] => WordTag.Adjective,
        ['d', ..] => WordTag.Adverb,
        ['p', ..] => WordTag.Preposition,
        ['c', ..] => WordTag.Conjunction,
        ['u', ..] or ['y', ..] or ['e', ..] or ['o', ..] => WordTag.Particle,
        ['r', ..] => WordTag.Pronoun,
        ['m', ..] => WordTag.Number,
        ['q', ..] => WordTag.Measure,
        ['t', ..] => WordTag.Time,
        ['f', ..] or ['s', ..] => WordTag.Direction,
        ['w', ..] => WordTag.Punctuation,
        _ => WordTag.Other,
    };
}

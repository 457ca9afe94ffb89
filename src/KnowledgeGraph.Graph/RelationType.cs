namespace KnowledgeGraph.Graph;

/// <summary>What a relation states (annotation guidelines, "Relations"). <see cref="Ontology"/> says the rest of each.</summary>
public enum RelationType
{
    /// <summary>A person or organization was at an event.</summary>
    Attended,

    /// <summary>Parties to a signing.</summary>
    SignedWith,

    /// <summary>Invested, funded, bought shares of, acquired, sponsored.</summary>
    InvestedIn,

    /// <summary>Is in, settles in, is built in, is held in.</summary>
    LocatedIn,

    /// <summary>A person's post in an organization, with its title.</summary>
    HoldsPosition,

    /// <summary>Two people met, talked or negotiated in person.</summary>
    Met,

    /// <summary>Visited, inspected, toured, called on.</summary>
    Visited,

    /// <summary>Holds, hosts, builds, runs, launches.</summary>
    Organized,

    /// <summary>Subsidiary, department, branch, jointly-founded unit of.</summary>
    PartOf,

    /// <summary>Stated cooperation with no signing.</summary>
    CooperatesWith,
}

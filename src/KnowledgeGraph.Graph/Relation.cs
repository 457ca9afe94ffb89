namespace KnowledgeGraph.Graph;

/// <summary>One fact, with what all its evidence says together.</summary>
public sealed record Relation
{
    public required RelationId Id { get; init; }

    public required RelationType Type { get; init; }

    /// <summary>For a symmetric relation, the end whose id is first in ordinal order.</summary>
    public required EntityId HeadId { get; init; }

    public required EntityId TailId { get; init; }

    public required Qualifiers Qualifiers { get; init; }

    public required RelationStatus Status { get; init; }

    /// <summary>That of the best evidence, in ten-thousandths.</summary>
    public required double Confidence { get; init; }

    /// <summary>The best evidence's sentence.</summary>
    public required string Sentence { get; init; }

    public required int EvidenceCount { get; init; }

    /// <summary>How many independent sources state it; an article and its reprints are one.</summary>
    public required int SourceCount { get; init; }

    public PartialDate? FirstReported { get; init; }

    public PartialDate? LastReported { get; init; }

    /// <summary>What lists of relations are ordered by: when the fact was, where that is known, else when it was last reported.</summary>
    public PartialDate? SortDate => Qualifiers.Date?.Date ?? LastReported;

    /// <summary>The end that is not <paramref name="entity"/>.</summary>
    public EntityId Other(EntityId entity) => HeadId == entity ? TailId : HeadId;

    /// <summary>Gathers the evidence of one fact.</summary>
    /// <remarks>
    /// Independent of the order of <paramref name="evidence"/>. The best evidence is that of the highest confidence, then the
    /// shortest sentence, then the first id. A qualifier is the best evidence's that has it. The status is what was reported
    /// last; of several on the same day, what came to pass weighs more than a plan.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no evidence, or it is of several facts.</exception>
    public static Relation From(IReadOnlyCollection<Evidence> evidence)
    {
        ArgumentOutOfRangeException.ThrowIfZero(evidence.Count);
        var ranked = evidence
            .OrderByDescending(item => item.Confidence)
            .ThenBy(item => item.Sentence.Length)
            .ThenBy(item => item.Id.Value, StringComparer.Ordinal)
            .ToList();
        var best = ranked[0];
        if (ranked.Exists(item => item.RelationId != best.RelationId))
            throw new ArgumentException("The evidence is of several facts.", nameof(evidence));

        var (head, tail) = Ends(best);
        var reported = ranked.Select(item => item.Reported).OfType<PartialDate>().Order().ToList();
        return new Relation
        {
            Id = best.RelationId,
            Type = best.Type,
            HeadId = head,
            TailId = tail,
            Qualifiers = new Qualifiers
            {
                Title = ranked.Select(item => item.Qualifiers.Title).FirstOrDefault(title => title is not null),
                Role = ranked.Select(item => item.Qualifiers.Role).FirstOrDefault(role => role is not null),
                Amount = ranked.Select(item => item.Qualifiers.Amount).FirstOrDefault(amount => amount is not null),
                Date = ranked.Select(item => item.Qualifiers.Date).FirstOrDefault(date => date is not null),
            },
            Status = ranked.OrderByDescending(item => item.Reported).ThenBy(item => item.Status).First().Status,
            Confidence = Math.Round(best.Confidence, 4),
            Sentence = best.Sentence,
            EvidenceCount = ranked.Count,
            SourceCount = ranked.Select(item => item.Fingerprint).Distinct(StringComparer.Ordinal).Count(),
            FirstReported = reported.Count > 0 ? reported[0] : null,
            LastReported = reported.Count > 0 ? reported[^1] : null,
        };
    }

    private static (EntityId Head, EntityId Tail) Ends(Evidence evidence) =>
        Ontology.Of(evidence.Type).IsSymmetric && string.CompareOrdinal(evidence.HeadId.Value, evidence.TailId.Value) > 0
            ? (evidence.TailId, evidence.HeadId)
            : (evidence.HeadId, evidence.TailId);
}

using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>What fields take as arguments, as the store takes it, within the limits of the API.</summary>
internal static class Filters
{
    /// <summary>The most items that a list gives at once.</summary>
    public const int MaxFirst = 1_000;

    public static RelationFilter Relation(InputObject input) => new()
    {
        Types = input.Get<IReadOnlyList<RelationType>>("types") ?? [],
        Status = input.Get<RelationStatus?>("status"),
        Direction = input.Get<RelationDirection>("direction"),
        From = input.Get<PartialDate?>("from")?.First,
        To = input.Get<PartialDate?>("to")?.Last,
        MinConfidence = input.Get<double>("minConfidence"),
        AsOf = input.Get<PartialDate?>("asOf") is { } day ? new AsOf(day.Last) : null,
    };

    public static EntityFilter Entity(InputObject input) => new()
    {
        Text = input.Get<string>("text"),
        Place = input.Get<string>("place") is { } place ? new EntityId(place) : null,
        From = input.Get<PartialDate?>("from")?.First,
        To = input.Get<PartialDate?>("to")?.Last,
    };

    /// <summary>A filter as the scope of cursors says it.</summary>
    public static string Scope(this RelationFilter filter) => $"{filter with { Types = [] }} {string.Join(',', filter.Types.Order())}";

    public static RelationFilter RelationFilter(this FieldContext context) => context.Argument<RelationFilter>("filter") ?? new RelationFilter();

    public static int First(this FieldContext context) => Between(context.Argument<int>("first"), "first", 1, MaxFirst);

    public static int Between(int value, string argument, int least, int most) =>
        value >= least && value <= most
            ? value
            : throw new GraphQLException($"'{argument}' is {value}; it takes {least} to {most}.", "ARGUMENT_OUT_OF_RANGE");
}

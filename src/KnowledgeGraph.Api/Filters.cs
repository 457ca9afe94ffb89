using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>What fields take as arguments, as the store takes it, within the limits of the API.</summary>
internal static class Filters
{
    private const int MaxFirst = 1_000;

    public static RelationFilter Relation(InputObject input) => new()
    {
        Types = input.Get<IReadOnlyList<RelationType>>("types") ?? [],
        Status = input.Get<RelationStatus?>("status"),
        Direction = input.Get<RelationDirection>("direction"),
        From = input.Get<PartialDate?>("from")?.First,
        To = input.Get<PartialDate?>("to")?.Last,
        MinConfidence = input.Get<double>("minConfidence"),
    };

    public static RelationFilter RelationFilter(this FieldContext context) => context.Argument<RelationFilter>("filter") ?? new RelationFilter();

    public static int First(this FieldContext context) => Between(context.Argument<int>("first"), "first", 1, MaxFirst);

    public static PageRequest Page(this FieldContext context) => new(context.First(), context.Argument<string>("after"));

    public static int Between(int value, string argument, int least, int most) =>
        value >= least && value <= most
            ? value
            : throw new GraphQLException($"'{argument}' is {value}; it takes {least} to {most}.", "ARGUMENT_OUT_OF_RANGE");
}

using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>The questions, and the fields of their answers.</summary>
internal static class QuestionFields
{
    private const int MaxStarts = 100;

    public static void Bind(SchemaBinder bind)
    {
        PathFields.Bind(bind);
        bind.Object<WhoMetAnswer>("WhoMet")
            .Field("contacts", answer => answer.Contacts)
            .Field("totalCount", answer => answer.TotalCount)
            .Field("isTruncated", answer => answer.IsTruncated);
        bind.Object<Contact>("Contact")
            .Field("entity", contact => contact.Entity)
            .Field("score", contact => contact.Score)
            .Field("encounters", contact => contact.Encounters);
        bind.Object<Encounter>("Encounter")
            .Field("weight", encounter => encounter.Weight)
            .Field("date", encounter => encounter.Date)
            .Field("event", encounter => encounter.Event)
            .Field("participants", encounter => encounter.Participants)
            .Field("relations", encounter => encounter.Relations);
        bind.Object<NeighbourhoodAnswer>("Neighbourhood")
            .Field("entities", answer => answer.Entities)
            .Field("relations", answer => answer.Relations)
            .Field("omittedEntities", answer => answer.OmittedEntities)
            .Field("isTruncated", answer => answer.IsTruncated);
    }

    public static async Task<WhoMetAnswer?> WhoMetAsync(EntityId person, FieldContext context, CancellationToken cancellationToken)
    {
        var first = context.First();
        return await StoreCalls.AskAsync(() => WhoMet.AskAsync(
            context.Adjacency(), person, context.RelationFilter(), context.Argument<EntityType>("contacts"), first, cancellationToken));
    }

    public static async Task<WhoMetAnswer?> NewContactsAsync(EntityId person, FieldContext context, CancellationToken cancellationToken)
    {
        var first = context.First();
        return await StoreCalls.AskAsync(() => NewContacts.AskAsync(
            context.Adjacency(),
            person,
            context.Argument<PartialDate>("since").First,
            new RelationFilter { MinConfidence = context.Argument<double>("minConfidence") },
            context.Argument<EntityType>("contacts"),
            first,
            cancellationToken));
    }

    public static Task<NeighbourhoodAnswer> NeighbourhoodAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var of = context.Argument<IReadOnlyList<string>>("of")!;
        Filters.Between(of.Count, "of", 1, MaxStarts);
        var depth = Filters.Between(context.Argument<int>("depth"), "depth", 0, QuestionLimits.MaxHops);
        var limit = Filters.Between(context.Argument<int>("limit"), "limit", 1, QuestionLimits.MaxEntities);
        return StoreCalls.AskAsync(() => Neighbourhood.AskAsync(
            context.Adjacency(), [.. of.Select(id => new EntityId(id)).Distinct()], depth, limit, context.RelationFilter(), cancellationToken));
    }
}

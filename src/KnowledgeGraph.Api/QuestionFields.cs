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
        bind.Object<Limited<Contact>>("WhoMet")
            .Field("contacts", answer => answer.Items)
            .Field("totalCount", answer => answer.TotalCount)
            .Field("isTruncated", answer => answer.IsTruncated);
        bind.Object<Contact>("Contact")
            .Field("entity", contact => contact.Entity)
            .Field("score", contact => contact.Score)
            .Field("encounters", contact => contact.Encounters);
        bind.Object<Encounter>("Encounter")
            .Field("weight", encounter => encounter.Weight)
            .Field("date", encounter => encounter.Date?.Date)
            .Field("event", encounter => encounter.Event)
            .Field("participants", encounter => encounter.Participants)
            .Field("relations", encounter => encounter.Relations);
        bind.Object<PathAnswer>("Path")
            .Field("entities", path => path.Entities)
            .Field("relations", path => path.Relations)
            .Field("length", path => path.Relations.Count);
        bind.Object<NeighbourhoodAnswer>("Neighbourhood")
            .Field("entities", answer => answer.Entities)
            .Field("relations", answer => answer.Relations)
            .Field("omittedEntities", answer => answer.OmittedEntities)
            .Field("isTruncated", answer => answer.IsTruncated);
    }

    public static async Task<Limited<Contact>?> WhoMetAsync(EntityId person, FieldContext context, CancellationToken cancellationToken)
    {
        var first = context.First();
        var answer = await StoreCalls.AskAsync(() => WhoMet.AskAsync(
            context.Store(), person, context.RelationFilter(), context.Argument<EntityType>("contacts"), cancellationToken));
        return new Limited<Contact>([.. answer.Contacts.Take(first)], answer.Contacts.Count, answer.IsTruncated);
    }

    public static async Task<Limited<Contact>?> NewContactsAsync(EntityId person, FieldContext context, CancellationToken cancellationToken)
    {
        var first = context.First();
        var answer = await StoreCalls.AskAsync(() => NewContacts.AskAsync(
            context.Store(),
            person,
            context.Argument<PartialDate>("since").First,
            new RelationFilter { MinConfidence = context.Argument<double>("minConfidence") },
            context.Argument<EntityType>("contacts"),
            cancellationToken));
        return new Limited<Contact>([.. answer.Contacts.Take(first)], answer.Contacts.Count, answer.IsTruncated);
    }

    public static async Task<PathAnswer?> ShortestPathAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var maxHops = Filters.Between(context.Argument<int>("maxHops"), "maxHops", 1, QuestionLimits.MaxHops);
        var answer = await StoreCalls.AskAsync(() => ShortestPath.AskAsync(
            context.Store(),
            new EntityId(context.Argument<string>("from")!),
            new EntityId(context.Argument<string>("to")!),
            maxHops,
            context.RelationFilter(),
            cancellationToken));
        return answer.Entities.Count > 0 ? answer : null;
    }

    public static Task<NeighbourhoodAnswer> NeighbourhoodAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var of = context.Argument<IReadOnlyList<string>>("of")!;
        Filters.Between(of.Count, "of", 1, MaxStarts);
        var depth = Filters.Between(context.Argument<int>("depth"), "depth", 0, QuestionLimits.MaxHops);
        var limit = Filters.Between(context.Argument<int>("limit"), "limit", 1, QuestionLimits.MaxEntities);
        return StoreCalls.AskAsync(() => Neighbourhood.AskAsync(
            context.Store(), [.. of.Select(id => new EntityId(id)).Distinct()], depth, limit, context.RelationFilter(), cancellationToken));
    }
}

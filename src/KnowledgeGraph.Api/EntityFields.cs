using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>The fields of persons, organizations, projects, events and places.</summary>
internal static class EntityFields
{
    public static void Bind(SchemaBinder bind)
    {
        bind.Interface<Entity>("Entity")
            .ResolveType(TypeName)
            .Field("id", entity => entity.Id.Value)
            .Field("type", entity => entity.Type)
            .Field("name", entity => entity.Name)
            .Field("aliases", entity => entity.Aliases)
            .Field("scope", entity => entity.Scope)
            .Field("articleCount", entity => entity.ArticleCount)
            .Field("relationCount", entity => entity.RelationCount)
            .Batch("relations", (entities, context, token) => RelationsAsync(entities, context, context.RelationFilter(), token))
            .Batch("mentions", MentionsAsync);
        bind.Object<Entity>("Person")
            .Batch("positions", Relations(RelationType.HoldsPosition, RelationDirection.Outgoing))
            .Batch("attended", Relations(RelationType.Attended, RelationDirection.Outgoing))
            .FieldAsync("whoMet", (person, context, token) => QuestionFields.WhoMetAsync(person.Id, context, token));
        bind.Object<Entity>("Organization").Batch("people", Relations(RelationType.HoldsPosition, RelationDirection.Incoming));
        bind.Object<Entity>("Project").Batch("investors", Relations(RelationType.InvestedIn, RelationDirection.Incoming));
        bind.Object<Entity>("Event")
            .Field("date", gathering => gathering.Date?.Date)
            .Batch("attendees", Relations(RelationType.Attended, RelationDirection.Incoming));
        bind.Object<Entity>("Place").Batch("located", Relations(RelationType.LocatedIn, RelationDirection.Incoming));
    }

    public static string TypeName(Entity entity) => entity.Type.ToString();

    private static Func<IReadOnlyList<Entity>, FieldContext, CancellationToken, Task<IReadOnlyList<Page<Relation>>>> Relations(
        RelationType type, RelationDirection direction) =>
        (entities, context, token) => RelationsAsync(entities, context, new RelationFilter { Types = [type], Direction = direction }, token);

    private static Task<IReadOnlyList<Page<Relation>>> RelationsAsync(
        IReadOnlyList<Entity> entities, FieldContext context, RelationFilter filter, CancellationToken cancellationToken) =>
        StoreCalls.AskAsync(
            entities,
            entity => entity.Id,
            ids => context.Store().ReadRelationsAsync(ids, filter, context.Page(), cancellationToken),
            page => page ?? Page<Relation>.Empty);

    private static Task<IReadOnlyList<IReadOnlyList<Mention>>> MentionsAsync(
        IReadOnlyList<Entity> entities, FieldContext context, CancellationToken cancellationToken) =>
        StoreCalls.AskAsync(
            entities,
            entity => entity.Id,
            ids => context.Store().ReadMentionsAsync(ids, context.First(), cancellationToken),
            mentions => mentions ?? []);
}

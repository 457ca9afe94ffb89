using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Relay;

namespace KnowledgeGraph.Api;

/// <summary>The fields of persons, organizations, projects, events and places.</summary>
internal sealed class EntityFields(Connections connections)
{
    public void Bind(SchemaBinder bind)
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
            .Batch("timeline", TimelineAsync)
            .Batch("mentions", MentionsAsync);
        bind.Object<Entity>("Person")
            .Batch("positions", Relations(RelationType.HoldsPosition, RelationDirection.Outgoing))
            .Batch("attended", Relations(RelationType.Attended, RelationDirection.Outgoing))
            .Batch("visited", Relations(RelationType.Visited, RelationDirection.Outgoing))
            .FieldAsync("whoMet", (person, context, token) => QuestionFields.WhoMetAsync(person.Id, context, token));
        bind.Object<Entity>("Organization")
            .Batch("people", Relations(RelationType.HoldsPosition, RelationDirection.Incoming))
            .Batch("investments", Relations(RelationType.InvestedIn, RelationDirection.Outgoing))
            .Batch("organized", Relations(RelationType.Organized, RelationDirection.Outgoing));
        bind.Object<Entity>("Project")
            .Batch("investors", Relations(RelationType.InvestedIn, RelationDirection.Incoming))
            .Batch("organizers", Relations(RelationType.Organized, RelationDirection.Incoming));
        bind.Object<Entity>("Event")
            .Field("date", gathering => gathering.Date?.Date)
            .Batch("attendees", Relations(RelationType.Attended, RelationDirection.Incoming))
            .Batch("organizers", Relations(RelationType.Organized, RelationDirection.Incoming))
            .Batch("places", Relations(RelationType.LocatedIn, RelationDirection.Outgoing));
        bind.Object<Entity>("Place").Batch("located", Relations(RelationType.LocatedIn, RelationDirection.Incoming));
    }

    public static string TypeName(Entity entity) => entity.Type.ToString();

    private Func<IReadOnlyList<Entity>, FieldContext, CancellationToken, Task<IReadOnlyList<Connection<Relation>>>> Relations(
        RelationType type, RelationDirection direction) =>
        (entities, context, token) => RelationsAsync(entities, context, new RelationFilter { Types = [type], Direction = direction }, token);

    private Task<IReadOnlyList<Connection<Relation>>> RelationsAsync(
        IReadOnlyList<Entity> entities, FieldContext context, RelationFilter filter, CancellationToken cancellationToken) =>
        connections.ReadAsync(
            entities,
            entity => entity.Id,
            context,
            $"relations {filter.Scope()}",
            (ids, page) => context.Store().ReadRelationsAsync(ids, filter, page, cancellationToken),
            cancellationToken);

    /// <summary>The dated relations from the other end: what lies behind a cursor there lies before it in the store's order.</summary>
    private Task<IReadOnlyList<Connection<Relation>>> TimelineAsync(
        IReadOnlyList<Entity> entities, FieldContext context, CancellationToken cancellationToken)
    {
        var filter = context.RelationFilter();
        var dated = filter.From is null && filter.To is null ? filter with { From = DateOnly.MinValue } : filter;
        return connections.ReadAsync(
            entities,
            entity => entity.Id,
            context,
            $"timeline {dated.Scope()}",
            (ids, page) => context.Store().ReadRelationsAsync(
                ids, dated, page with { After = page.Before, Before = page.After, IsBackward = !page.IsBackward }, cancellationToken),
            cancellationToken);
    }

    private static Task<IReadOnlyList<IReadOnlyList<Mention>>> MentionsAsync(
        IReadOnlyList<Entity> entities, FieldContext context, CancellationToken cancellationToken) =>
        StoreCalls.AskAsync(
            entities,
            entity => entity.Id,
            ids => context.Store().ReadMentionsAsync(ids, context.First(), cancellationToken),
            mentions => mentions ?? []);
}

using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.GraphQL.Relay;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.Api;

/// <summary>The GraphQL schema of <c>schema.graphql</c>, bound to a store and to the ingestion that writes to it.</summary>
/// <remarks>
/// A request carries an <see cref="Graph.Storage.IGraphStore"/>, an <see cref="Graph.Traversal.IAdjacency"/> over it, for mutations an <see cref="Ingestion.IngestionPipeline"/> and for subscriptions an
/// <see cref="Ingestion.IngestionFeed"/> as services. Each field of a level is one
/// call of the store, however many parents it has.
/// </remarks>
public static class GraphSchema
{
    /// <param name="cursors">What cursors are made with; without, they hold for this process alone.</param>
    public static Schema Create(Cursors? cursors = null) => Schema.FromSdl(
        Sdl(),
        bind =>
        {
            var connections = new Connections(cursors ?? Cursors.Random());
            bind.Scalar("Date", PartialDate.Parse, date => date.ToString());
            bind.Enum<EntityType>("EntityType");
            bind.Enum<RelationType>("RelationType");
            bind.Enum<RelationStatus>("RelationStatus");
            bind.Enum<Tenure>("Tenure");
            bind.Enum<Graph.Storage.RelationDirection>("RelationDirection");
            bind.Enum<Graph.Storage.EntityOrder>("EntityOrder");
            bind.Enum<RankingMeasure>("RankingMeasure");
            bind.Input("RelationFilter", Filters.Relation);
            bind.Input("EntityFilter", Filters.Entity);
            NodeFields.Bind(bind);
            new EntityFields(connections).Bind(bind);
            RelationFields.Bind(bind);
            DocumentFields.Bind(bind);
            ConnectionFields.Bind(bind);
            QuestionFields.Bind(bind);
            SeveralFields.Bind(bind);
            GraphWideFields.Bind(bind);
            ListFields.Bind(bind, connections);
            QueryFields.Bind(bind);
            MutationFields.Bind(bind);
            SubscriptionFields.Bind(bind);
        });

    /// <summary>The schema's definition, as it is written.</summary>
    public static string Sdl()
    {
        using var stream = typeof(GraphSchema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

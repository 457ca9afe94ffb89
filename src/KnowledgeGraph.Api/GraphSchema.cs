using KnowledgeGraph.Graph;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.Api;

/// <summary>The GraphQL schema of <c>schema.graphql</c>, bound to a store and to the ingestion that writes to it.</summary>
/// <remarks>
/// A request carries an <see cref="Graph.Storage.IGraphStore"/> and, for mutations, an <see cref="Ingestion.IngestionPipeline"/> as services. Each field of a level is one
/// call of the store, however many parents it has.
/// </remarks>
public static class GraphSchema
{
    public static Schema Create() => Schema.FromSdl(
        Sdl(),
        bind =>
        {
            bind.Scalar("Date", PartialDate.Parse, date => date.ToString());
            bind.Enum<EntityType>("EntityType");
            bind.Enum<RelationType>("RelationType");
            bind.Enum<RelationStatus>("RelationStatus");
            bind.Enum<Tenure>("Tenure");
            bind.Enum<Graph.Storage.RelationDirection>("RelationDirection");
            bind.Enum<Graph.Storage.EntityOrder>("EntityOrder");
            bind.Input("RelationFilter", Filters.Relation);
            NodeFields.Bind(bind);
            EntityFields.Bind(bind);
            RelationFields.Bind(bind);
            DocumentFields.Bind(bind);
            ConnectionFields.Bind(bind);
            QuestionFields.Bind(bind);
            SeveralFields.Bind(bind);
            QueryFields.Bind(bind);
            MutationFields.Bind(bind);
        });

    /// <summary>The schema's definition, as it is written.</summary>
    public static string Sdl()
    {
        using var stream = typeof(GraphSchema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

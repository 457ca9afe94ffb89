using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Stores.Sqlite;

// Gathering: entities and relations are made anew from what the documents now say.
public sealed partial class SqliteGraphStore
{
    /// <summary>Gathers every touched relation and entity anew from what the documents now say.</summary>
    private static void Gather(SqliteConnection connection, Touched touched)
    {
        foreach (var id in touched.Relations)
        {
            touched.Entities.UnionWith(
                connection.Query("SELECT head_id, tail_id FROM relation WHERE id = $1", row => (string[])[row.GetString(0), row.GetString(1)], id).SelectMany(ends => ends));
            connection.Execute("DELETE FROM relation WHERE id = $1", id);
            var evidence = connection.Query(
                $"SELECT {Rows.EvidenceColumns} FROM evidence v JOIN passage p ON p.id = v.passage_id WHERE v.relation_id = $1", Rows.Evidence, id);
            if (evidence.Count > 0)
                Insert(connection, Relation.From(evidence));
        }

        foreach (var id in touched.Entities)
            Gather(connection, id);

        Record(connection, touched);
    }

    private static void Gather(SqliteConnection connection, string entityId)
    {
        var before = connection.Query($"SELECT {Rows.EntityColumns} FROM entity e WHERE e.id = $1", Rows.Entity, entityId).SingleOrDefault();
        var contributions = connection.Query($"SELECT {Rows.ContributionColumns} FROM contribution c WHERE c.entity_id = $1", Rows.Contribution, entityId);
        if (contributions.Count == 0)
        {
            connection.Execute("DELETE FROM entity WHERE id = $1", entityId);
            ForgetSearchable(connection, SearchableKind.Name, entityId);
            ForgetSearchable(connection, SearchableKind.Spelling, entityId);
            return;
        }

        var entity = Entity.From(contributions);
        connection.Execute(
            """
            INSERT OR REPLACE INTO entity VALUES ($1, $2, $3, $4, $5, $6, $7,
                (SELECT count(DISTINCT article_id) FROM mention WHERE entity_id = $1),
                (SELECT count(*) FROM relation WHERE head_id = $1) + (SELECT count(*) FROM relation WHERE tail_id = $1))
            """,
            entityId,
            $"{entity.Type}",
            entity.Name,
            entity.Scope,
            SqlCommands.List(entity.Aliases),
            entity.Date?.Date.ToString(),
            entity.Date?.IsPrinted);
        if (before is not null && before.Name == entity.Name && before.Aliases.SequenceEqual(entity.Aliases))
            return;

        ForgetSearchable(connection, SearchableKind.Name, entityId);
        ForgetSearchable(connection, SearchableKind.Spelling, entityId);
        MakeNamesSearchable(connection, entityId, entity.Aliases.Prepend(entity.Name));
    }

    private static void Insert(SqliteConnection connection, Relation relation)
    {
        var qualifiers = relation.Qualifiers;
        var day = relation.SortDate;
        connection.Execute(
            """
            INSERT INTO relation VALUES (
                $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
            """,
            relation.Id.Value,
            $"{relation.Type}",
            relation.HeadId.Value,
            relation.TailId.Value,
            $"{relation.Status}",
            relation.Confidence,
            relation.Sentence,
            relation.EvidenceCount,
            relation.SourceCount,
            relation.FirstReported?.ToString(),
            relation.LastReported?.ToString(),
            qualifiers.Title,
            qualifiers.Role,
            qualifiers.Amount?.Number.ToString(),
            qualifiers.Amount?.Currency,
            qualifiers.Amount?.Text,
            qualifiers.Date?.Date.ToString(),
            qualifiers.Date?.IsPrinted,
            day?.ToString() ?? "",
            day?.First.ToString("O"),
            day?.Last.ToString("O"));
    }
}

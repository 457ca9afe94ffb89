using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j;

// Gathering: entities and relations are made anew from what the documents now say.
public sealed partial class Neo4jGraphStore
{
    /// <summary>Gathers every touched relation and entity anew from what the documents now say.</summary>
    private static async Task GatherAsync(ICypherTransaction transaction, Touched touched)
    {
        if (touched.Relations.Count > 0)
            await GatherRelationsAsync(transaction, touched);

        if (touched.Entities.Count > 0)
            await GatherEntitiesAsync(transaction, touched);
    }

    private static async Task GatherRelationsAsync(ICypherTransaction transaction, Touched touched)
    {
        var before = await transaction.RunAsync(
            $"UNWIND $ids AS id CALL (id) {{ {FactById()} }} RETURN {Rows.RelationColumns}", new { ids = touched.Relations });
        var evidence = await transaction.RunAsync(
            $"UNWIND $ids AS id MATCH (v:Evidence {{relationId: id}}) RETURN {Rows.EvidenceColumns}", new { ids = touched.Relations });
        var relations = evidence.Select(Rows.Evidence).GroupBy(item => item.RelationId).Select(group => Relation.From([.. group])).ToList();

        touched.Entities.UnionWith(before.Select(Rows.Relation).SelectMany(relation => (string[])[relation.HeadId.Value, relation.TailId.Value]));
        var gone = touched.Relations.Except(relations.Select(relation => relation.Id.Value)).ToList();
        if (gone.Count > 0)
            await transaction.RunAsync($"UNWIND $gone AS id CALL (id) {{ {FactById()} }} DELETE r", new { gone });

        foreach (var type in relations.GroupBy(relation => relation.Type))
        {
            await transaction.RunAsync(
                $$"""
                UNWIND $rows AS row
                MATCH (head:Entity {id: row.head}) MATCH (tail:Entity {id: row.tail})
                MERGE (head)-[r:{{Ontology.Of(type.Key).Name}} {id: row.properties.id}]->(tail)
                SET r = row.properties, r.confidence = toFloat(row.properties.confidence)
                """,
                new { rows = type.Select(Properties) });
        }
    }

    private static object Properties(Relation relation)
    {
        var qualifiers = relation.Qualifiers;
        var day = qualifiers.Date?.Date ?? relation.LastReported;
        return new
        {
            head = relation.HeadId.Value,
            tail = relation.TailId.Value,
            properties = new
            {
                id = relation.Id.Value,
                status = $"{relation.Status}",
                relation.Confidence,
                relation.Sentence,
                evidence = relation.EvidenceCount,
                sources = relation.SourceCount,
                firstReported = relation.FirstReported?.ToString(),
                lastReported = relation.LastReported?.ToString(),
                qualifiers.Title,
                qualifiers.Role,
                amount = qualifiers.Amount?.Number.ToString(),
                currency = qualifiers.Amount?.Currency,
                amountText = qualifiers.Amount?.Text,
                date = qualifiers.Date?.Date.ToString(),
                printed = qualifiers.Date?.IsPrinted,
                sortDate = day?.ToString() ?? "",
                firstDay = day?.First.ToString("O"),
                lastDay = day?.Last.ToString("O"),
            },
        };
    }

    private static async Task GatherEntitiesAsync(ICypherTransaction transaction, Touched touched)
    {
        var contributions = await transaction.RunAsync(
            $"UNWIND $ids AS id MATCH (e:Entity {{id: id}})<-[c:STATES]-(:Document) RETURN {Rows.ContributionColumns}", new { ids = touched.Entities });
        var entities = contributions.Select(Rows.Contribution).GroupBy(entity => entity.Id).Select(group => Entity.From([.. group])).ToList();
        var gone = touched.Entities.Except(entities.Select(entity => entity.Id.Value)).ToList();
        if (gone.Count > 0)
            await transaction.RunAsync("UNWIND $gone AS id MATCH (e:Entity {id: id}) DETACH DELETE e", new { gone });

        await transaction.RunAsync(
            $$"""
            UNWIND $rows AS row
            MATCH (e:Entity {id: row.id})
            SET e.aliases = row.aliases, e.searchNames = row.searchNames, e.date = row.date, e.printed = row.printed,
                e.articleCount = COUNT { (e)-[:MENTIONED_IN]->(:Article) },
                e.relationCount = COUNT { (e)-[:{{_anyFact}}]-(:Entity) }
            """,
            new
            {
                rows = entities.Select(entity => new
                {
                    id = entity.Id.Value,
                    entity.Aliases,
                    searchNames = entity.Aliases.Prepend(entity.Name).Select(SearchText.Fold),
                    date = entity.Date?.Date.ToString(),
                    printed = entity.Date?.IsPrinted,
                }),
            });
    }
}

using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Spelling;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j;

// Gathering: entities and relations are made anew from what the documents now say.
public sealed partial class Neo4jGraphStore
{
    /// <summary>Joins the documents that were put in to their entities, and gathers every touched relation and entity anew from what the documents now say.</summary>
    private static async Task GatherAsync(ICypherTransaction transaction, Contents contents, IReadOnlyList<DocumentGraph> put)
    {
        if (put.Count > 0)
        {
            await InsertStatementsAsync(transaction, put);
            await InsertMentionsAsync(transaction, put);
        }

        await GatherRelationsAsync(transaction, contents, put);
        await GatherEntitiesAsync(transaction, contents, put);
        await RecordAsync(
            transaction,
            contents.Entities.Select(entity => entity.Id.Value),
            put.SelectMany(graph => graph.Evidence).Select(evidence => evidence.RelationId.Value).Union(contents.RelationsBefore, StringComparer.Ordinal));
    }

    private static async Task GatherRelationsAsync(ICypherTransaction transaction, Contents contents, IReadOnlyList<DocumentGraph> put)
    {
        var evidence = put.SelectMany(graph => graph.Evidence).ToList();
        var touched = evidence.Select(item => item.RelationId.Value).Union(contents.RelationsBefore, StringComparer.Ordinal).ToList();
        if (touched.Count == 0)
            return;

        var others = await transaction.RunAsync(
            $"UNWIND $ids AS id MATCH (v:Evidence {{relationId: id}}) WHERE NOT v.articleId IN $known RETURN {Rows.EvidenceColumns}",
            new { ids = touched, known = put.SelectMany(graph => graph.Articles).Select(article => article.Id.Value) });
        var relations = others.Select(Rows.Evidence).Concat(evidence).GroupBy(item => item.RelationId).Select(group => Relation.From([.. group])).ToList();
        var gone = contents.RelationsBefore.Except(relations.Select(relation => relation.Id.Value), StringComparer.Ordinal).ToList();
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
        var day = relation.SortDate;
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

    /// <remarks>What an entity that only gains is called, and when it was, follows from what is kept of it; one that a document states no more is gathered from all documents.</remarks>
    private static async Task GatherEntitiesAsync(ICypherTransaction transaction, Contents contents, IReadOnlyList<DocumentGraph> put)
    {
        var contributions = contents.Entities.Where(entity => !contents.EntitiesBefore.Contains(entity.Id.Value))
            .Concat(put.SelectMany(graph => graph.Entities).Where(entity => !contents.EntitiesBefore.Contains(entity.Id.Value)))
            .ToList();
        if (contents.EntitiesBefore.Count > 0)
        {
            var rows = await transaction.RunAsync(
                $"UNWIND $ids AS id MATCH (e:Entity {{id: id}})<-[c:STATES]-(:Document) RETURN {Rows.ContributionColumns}", new { ids = contents.EntitiesBefore });
            contributions.AddRange(rows.Select(Rows.Contribution));
        }

        var entities = contributions.GroupBy(entity => entity.Id).Select(group => Entity.From([.. group])).ToList();
        var gone = contents.EntitiesBefore.Except(entities.Select(entity => entity.Id.Value), StringComparer.Ordinal).ToList();
        if (gone.Count > 0)
            await transaction.RunAsync("UNWIND $gone AS id MATCH (e:Entity {id: id}) DETACH DELETE e", new { gone });

        await transaction.RunAsync(
            $$"""
            UNWIND $rows AS row
            MATCH (e:Entity {id: row.id})
            SET e.aliases = row.aliases, e.searchNames = row.searchNames, e.spellings = row.spellings, e.spelled = row.spelled, e.date = row.date, e.printed = row.printed,
                e.articleCount = COUNT { (e)-[:MENTIONED_IN]->() },
                e.relationCount = COUNT { (e)-[:{{_anyFact}}]-() }
            """,
            new
            {
                rows = entities.Select(entity => new
                {
                    id = entity.Id.Value,
                    entity.Aliases,
                    searchNames = entity.Aliases.Prepend(entity.Name).Select(SearchText.Fold),
                    spellings = Spellings(entity).Select(spelling => spelling.Spelling),
                    spelled = Spellings(entity).Select(spelling => spelling.Name),
                    date = entity.Date?.Date.ToString(),
                    printed = entity.Date?.IsPrinted,
                }),
            });
    }

    /// <summary>How the names of an entity are typed, and in the same order the names.</summary>
    private static IEnumerable<(string Spelling, string Name)> Spellings(Entity entity) =>
        entity.Aliases.Prepend(entity.Name).SelectMany(name => Pinyin.SpellingsOf(SearchText.Fold(name)), (name, spelling) => (spelling, name));
}

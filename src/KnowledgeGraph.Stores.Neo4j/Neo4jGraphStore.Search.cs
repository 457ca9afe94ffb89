using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Spelling;
using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Stores.Neo4j;

// Search by substring: CONTAINS over folded names, headlines and sentences.
public sealed partial class Neo4jGraphStore
{
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var text = SearchText.Of(request);
        var rows = await _connection.ReadAsync(
            """
            MATCH (e:Entity)
            WHERE (size($types) = 0 OR e.type IN $types) AND (any(name IN e.searchNames WHERE name CONTAINS $text)
                OR ($isSpelling AND any(spelling IN e.spellings WHERE spelling CONTAINS $text)) OR any(name IN e.searchNames WHERE name =~ $shortForm))
            WITH e,
                [i IN range(0, size(e.searchNames) - 1) WHERE e.searchNames[i] CONTAINS $text |
                    [CASE WHEN e.searchNames[i] = $text THEN 0 WHEN e.searchNames[i] STARTS WITH $text THEN 1 ELSE 2 END, ([e.name] + e.aliases)[i]]]
                + [i IN range(0, size(coalesce(e.spellings, [])) - 1) WHERE $isSpelling AND e.spellings[i] CONTAINS $text |
                    [CASE WHEN e.spellings[i] = $text THEN 3 WHEN e.spellings[i] STARTS WITH $text THEN 4 ELSE 5 END, e.spelled[i]]]
                + [i IN range(0, size(e.searchNames) - 1) WHERE e.searchNames[i] =~ $shortForm | [6, ([e.name] + e.aliases)[i]]] AS found
            WITH e, reduce(best = found[0], item IN found | CASE WHEN item[0] < best[0] THEN item ELSE best END) AS best
            RETURN e.id, best[1] ORDER BY best[0], e.relationCount DESC, e.id LIMIT $limit
            """,
            new
            {
                text,
                types = request.Types.Select(type => $"{type}"),
                limit = request.Limit,
                isSpelling = Pinyin.IsSpelling(text),
                shortForm = ShortForm.IsPossible(text) ? ShortForm.Pattern(text) : null,
            },
            cancellationToken);
        var hits = rows.Select(row => new SearchHit(row.Text(1), Entity: new EntityId(row.Text(0)))).ToList();
        if (request.Types.Count > 0)
            return hits;

        rows = await _connection.ReadAsync(
            "MATCH (a:Article) WHERE a.searchHeadline CONTAINS $text RETURN a.id, a.headline ORDER BY coalesce(a.date, '') DESC, a.id LIMIT $limit",
            new { text, limit = request.Limit - hits.Count },
            cancellationToken);
        hits.AddRange(rows.Select(row => new SearchHit(row.Text(1), Article: new ArticleId(row.Text(0)))));

        rows = await _connection.ReadAsync(
            $$"""
            MATCH (v:Evidence) WHERE v.searchSentence CONTAINS $text
            WITH v.relationId AS id, min(v.sentence) AS sentence
            CALL (id) { {{FactById()}} }
            RETURN id, sentence ORDER BY r.sortDate DESC, id LIMIT $limit
            """,
            new { text, limit = request.Limit - hits.Count },
            cancellationToken);
        hits.AddRange(rows.Select(row => new SearchHit(row.Text(1), Relation: new RelationId(row.Text(0)))));
        return hits;
    }
}

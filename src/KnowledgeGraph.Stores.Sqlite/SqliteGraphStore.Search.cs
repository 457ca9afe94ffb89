using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Spelling;
using KnowledgeGraph.Graph.Storage;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Stores.Sqlite;

// Search by substring, over the full-text index of single characters.
public sealed partial class SqliteGraphStore
{
    /// <summary>What a row of <c>searchable</c> is.</summary>
    private enum SearchableKind
    {
        Name,
        Headline,
        Sentence,

        /// <summary>The pinyin or the initials of a name.</summary>
        Spelling,
    }

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var folded = SearchText.Of(request);
        return await _connections.ReadAsync("search", connection => Search(connection, request, folded), cancellationToken);
    }

    private static List<SearchHit> Search(SqliteConnection connection, SearchRequest request, string folded)
    {
        var phrase = SearchTokens.Phrase(folded);
        var types = request.Types.Count == 0 ? null : SqlCommands.List(request.Types.Select(type => $"{type}"));
        var hits = connection.Query(
            """
            SELECT e.id, s.text, min(s.kind + CASE WHEN s.folded = $2 THEN 0 WHEN substr(s.folded, 1, length($2)) = $2 THEN 1 ELSE 2 END) AS rank
            FROM search_index x JOIN searchable s ON s.id = x.rowid JOIN entity e ON e.id = s.owner
            WHERE x.tokens MATCH $1 AND (s.kind = 0 OR (s.kind = 3 AND $5)) AND ($3 IS NULL OR e.type IN (SELECT value FROM json_each($3)))
            GROUP BY e.id ORDER BY rank, e.relation_count DESC, e.id LIMIT $4
            """,
            row => new SearchHit(row.GetString(1), Entity: new EntityId(row.GetString(0))),
            phrase,
            folded,
            types,
            request.Limit,
            Pinyin.IsSpelling(folded));
        if (hits.Count < request.Limit && ShortForm.IsPossible(folded))
            hits.AddRange(ByShortForm(connection, folded, types, request.Limit, hits));

        if (request.Types.Count > 0)
            return hits;

        hits.AddRange(connection.Query(
            """
            SELECT a.id, a.headline FROM search_index x JOIN searchable s ON s.id = x.rowid JOIN article a ON a.id = s.owner
            WHERE x.tokens MATCH $1 AND s.kind = 1 ORDER BY a.date DESC, a.id LIMIT $2
            """,
            row => new SearchHit(row.GetString(1), Article: new ArticleId(row.GetString(0))),
            phrase,
            request.Limit - hits.Count));
        hits.AddRange(connection.Query(
            """
            SELECT r.id, min(p.text) FROM search_index x JOIN searchable s ON s.id = x.rowid JOIN passage p ON p.id = CAST(s.owner AS INTEGER)
            JOIN evidence v ON v.passage_id = p.id JOIN relation r ON r.id = v.relation_id
            WHERE x.tokens MATCH $1 AND s.kind = 2 GROUP BY r.id ORDER BY r.sort_date DESC, r.id LIMIT $2
            """,
            row => new SearchHit(row.GetString(1), Relation: new RelationId(row.GetString(0))),
            phrase,
            request.Limit - hits.Count));
        return hits;
    }

    /// <summary>Entities with a name that the text may be a short form of: of those that have all its characters.</summary>
    private static IEnumerable<SearchHit> ByShortForm(SqliteConnection connection, string folded, string? types, int limit, List<SearchHit> found)
    {
        var known = found.Select(hit => hit.Entity!.Value.Value).ToHashSet(StringComparer.Ordinal);
        return connection
            .Query(
                """
                SELECT e.id, s.text, s.folded FROM search_index x JOIN searchable s ON s.id = x.rowid JOIN entity e ON e.id = s.owner
                WHERE x.tokens MATCH $1 AND s.kind = 0 AND ($2 IS NULL OR e.type IN (SELECT value FROM json_each($2)))
                ORDER BY e.relation_count DESC, e.id
                """,
                row => (Id: row.GetString(0), Text: row.GetString(1), Folded: row.GetString(2)),
                SearchTokens.All(folded),
                types)
            .Where(row => !known.Contains(row.Id) && ShortForm.IsOf(folded, row.Folded))
            .DistinctBy(row => row.Id)
            .Take(limit - found.Count)
            .Select(row => new SearchHit(row.Text, Entity: new EntityId(row.Id)));
    }

    /// <summary>Makes an entity searchable by its names, and by how they are typed.</summary>
    private static void MakeNamesSearchable(SqliteConnection connection, string entityId, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            MakeSearchable(connection, SearchableKind.Name, entityId, name);
            foreach (var spelling in Pinyin.SpellingsOf(SearchText.Fold(name)))
                MakeSearchable(connection, SearchableKind.Spelling, entityId, name, spelling);
        }
    }

    private static void MakeSearchable(SqliteConnection connection, SearchableKind kind, string owner, string text, string? spelling = null)
    {
        var folded = spelling ?? SearchText.Fold(text);

        // A sentence stands in its passage; only names are compared with what is looked for.
        var isName = kind is SearchableKind.Name or SearchableKind.Spelling;
        var id = connection.Number(
            "INSERT INTO searchable (kind, owner, text, folded) VALUES ($1, $2, $3, $4) RETURNING id",
            (int)kind,
            owner,
            isName ? text : null,
            isName ? folded : null);
        connection.Execute("INSERT INTO search_index (rowid, tokens) VALUES ($1, $2)", id, SearchTokens.Of(folded));
    }

    private static void ForgetSearchable(SqliteConnection connection, SearchableKind kind, string owner)
    {
        connection.Execute(
            "DELETE FROM search_index WHERE rowid IN (SELECT id FROM searchable WHERE owner = $1 AND kind = $2)", owner, (int)kind);
        connection.Execute("DELETE FROM searchable WHERE owner = $1 AND kind = $2", owner, (int)kind);
    }
}

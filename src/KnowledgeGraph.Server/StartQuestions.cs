using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Server;

/// <summary>The questions of the start page, about what is in this graph.</summary>
internal static class StartQuestions
{
    public static IEnumerable<(string Title, string Query)> For(IReadOnlyDictionary<EntityType, IReadOnlyList<Entity>> best)
    {
        var persons = best[EntityType.Person];
        if (persons.Count > 0)
            yield return ($"Whom did {persons[0].Name} meet?", WhoMet(persons[0]));

        if (persons.Count > 1)
            yield return ($"How is {persons[0].Name} connected to {persons[^1].Name}?", Path(persons[0], persons[^1]));

        if (best[EntityType.Event] is [var gathering, ..])
            yield return ($"Who attended {gathering.Name}, and who says so?", About(gathering));

        if (best[EntityType.Organization] is [var organization, ..])
            yield return ($"What is around {organization.Name}?", Around(organization));

        yield return ("What does the graph know of a word?", Search);
    }

    public static string About(Entity entity) =>
        $$"""
        # {{entity.Name}}
        {
          entity(id: "{{entity.Id}}") {
            name
            aliases
            relations(first: 50) {
              nodes {
                type
                head { name }
                tail { name }
                title
                date
                sentence
                evidence { article { headline date document { sources } } }
              }
            }
          }
        }
        """;

    private const string Search =
        """
        {
          search(text: "签约") {
            text
            node { ... on Entity { name } ... on Article { headline date } ... on Relation { type head { name } tail { name } } }
          }
        }
        """;

    private static string WhoMet(Entity person) =>
        $$"""
        # Whom did {{person.Name}} meet?
        {
          whoMet(person: "{{person.Id}}") {
            totalCount
            contacts {
              entity { name scope }
              score
              encounters { date event { name } participants relations { sentence } }
            }
          }
        }
        """;

    private static string Path(Entity from, Entity to) =>
        $$"""
        # How is {{from.Name}} connected to {{to.Name}}?
        {
          paths(from: "{{from.Id}}", to: "{{to.Id}}", first: 3) {
            paths {
              sentence
              length
              entities { name }
              relations { type head { name } tail { name } date sentence }
            }
          }
        }
        """;

    private static string Around(Entity entity) =>
        $$"""
        # What is around {{entity.Name}}?
        {
          neighbourhood(of: ["{{entity.Id}}"], depth: 2) {
            entities { name type }
            relations { type head { name } tail { name } sentence }
            omittedEntities
          }
        }
        """;
}

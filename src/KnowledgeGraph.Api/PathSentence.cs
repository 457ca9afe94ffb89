using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;

namespace KnowledgeGraph.Api;

/// <summary>Says a path in one Chinese sentence: a clause for each hop, each in the direction of its fact.</summary>
internal static class PathSentence
{
    public static string Of(GraphPath path)
    {
        if (path.Relations.Count == 0)
            return $"{path.Entities[0].Name}。";

        var names = path.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);
        return $"{string.Join('，', path.Relations.Select(relation => Clause(relation, names[relation.HeadId], names[relation.TailId])))}。";
    }

    private static string Clause(Relation relation, string head, string tail) => relation.Type switch
    {
        RelationType.Attended => $"{head}出席{tail}",
        RelationType.SignedWith => $"{head}与{tail}签约",
        RelationType.InvestedIn => $"{head}投资{tail}",
        RelationType.LocatedIn => $"{head}位于{tail}",
        RelationType.HoldsPosition => $"{head}任{tail}{relation.Qualifiers.Title}",
        RelationType.Met => $"{head}与{tail}会面",
        RelationType.Visited => $"{head}到访{tail}",
        RelationType.Organized => $"{head}主办{tail}",
        RelationType.PartOf => $"{head}隶属于{tail}",
        _ => $"{head}与{tail}合作",
    };
}

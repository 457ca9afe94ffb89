namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Finds where in the response a value lies, from the bottom up, only once something failed there.</summary>
internal static class ErrorPath
{
    public static List<object> Of(FieldContext field, int row)
    {
        var path = new List<object>();
        var indexes = new List<int>();
        while (true)
        {
            path.Add(field.Plan.ResponseName);
            var parents = field.ParentFrontier;
            if (parents.Origin is not { } origin)
                break;

            indexes.Clear();
            row = origin.Locate(field.FrontierRow(row), indexes);
            for (var i = indexes.Count - 1; i >= 0; i--)
                path.Add(indexes[i]);
            field = origin;
        }

        path.Reverse();
        return path;
    }
}

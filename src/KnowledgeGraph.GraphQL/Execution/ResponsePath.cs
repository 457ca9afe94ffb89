namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Finds where in the response a value lies, from the bottom up, only once somebody asks.</summary>
internal static class ResponsePath
{
    /// <summary>The path of an object.</summary>
    public static List<object> Of(Frontier frontier, int row)
    {
        var path = new List<object>();
        Climb(frontier, row, path);
        path.Reverse();
        return path;
    }

    /// <summary>The path of a field of an object.</summary>
    public static List<object> Of(FieldContext field, int row)
    {
        var path = new List<object> { field.Plan.ResponseName };
        Climb(field.ParentFrontier, field.FrontierRow(row), path);
        path.Reverse();
        return path;
    }

    /// <summary>The object on a level above that an object lies in: the field whose value it is, and which of its values.</summary>
    public static (FieldContext? Origin, int Row) Above(Frontier frontier, int row, int depth)
    {
        while (frontier.Depth > depth)
        {
            var origin = frontier.Origin!;
            row = origin.FrontierRow(origin.Locate(frontier.OriginRow(row), []));
            frontier = origin.ParentFrontier;
        }

        return (frontier.Origin, frontier.OriginRow(row));
    }

    private static void Climb(Frontier frontier, int row, List<object> path)
    {
        var indexes = new List<int>();
        while (frontier.Origin is { } origin)
        {
            indexes.Clear();
            row = origin.FrontierRow(origin.Locate(frontier.OriginRow(row), indexes));
            for (var i = indexes.Count - 1; i >= 0; i--)
                path.Add(indexes[i]);

            path.Add(origin.Plan.ResponseName);
            frontier = origin.ParentFrontier;
        }
    }
}

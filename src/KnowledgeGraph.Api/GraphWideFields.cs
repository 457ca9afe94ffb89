using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>The questions about the whole graph, and the fields of their answers.</summary>
internal static class GraphWideFields
{
    public static void Bind(SchemaBinder bind)
    {
        bind.Object<RankingAnswer>("Ranking")
            .Field("entities", answer => answer.Entities)
            .Field("totalCount", answer => answer.TotalCount)
            .Field("isTruncated", answer => answer.IsTruncated);
        bind.Object<RankedEntity>("RankedEntity")
            .Field("entity", ranked => ranked.Entity)
            .Field("score", ranked => ranked.Score);
        bind.Object<CommunitiesAnswer>("Communities")
            .Field("communities", answer => answer.Communities)
            .Field("totalCount", answer => answer.TotalCount)
            .Field("modularity", answer => answer.Modularity)
            .Field("isTruncated", answer => answer.IsTruncated);
        bind.Object<Community>("Community")
            .Field("members", community => community.Members)
            .Field("memberCount", community => community.MemberCount)
            .Field("relationCount", community => community.RelationCount);
    }

    public static Task<RankingAnswer> RankingAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var first = context.First();
        return StoreCalls.AskAsync(() => Rankings.AskAsync(
            context.Adjacency(),
            context.Argument<RankingMeasure>("by"),
            context.Argument<EntityType?>("type"),
            context.RelationFilter(),
            first,
            cancellationToken));
    }

    public static Task<CommunitiesAnswer> CommunitiesAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var first = context.First();
        var members = Filters.Between(context.Argument<int>("members"), "members", 1, Filters.MaxFirst);
        return StoreCalls.AskAsync(() => Communities.AskAsync(context.Adjacency(), context.RelationFilter(), first, members, cancellationToken));
    }
}

using System.Text.RegularExpressions;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Ingestion.Linking;

/// <summary>Says what keeps each entity of a page apart from its namesakes elsewhere.</summary>
/// <remarks>
/// A company, a university or a fund is known by its name alone; an organ (财政局) by the region that it serves. A person is
/// known by the region of the organ that the person's title names, else by the company, else by the page's place; an event by a year or a number in its
/// name, else by the year and the place; a project or a venue with a short name by the page's place.
/// </remarks>
internal sealed partial class EntityScopes(PageExtraction page)
{
    private const int NameThatSpeaksForItself = 8;

    private readonly ILookup<int, ExtractedRelation> _posts = page.Relations
        .Where(relation => relation.Type == RelationType.HoldsPosition)
        .ToLookup(relation => relation.Head);

    public string Of(int index)
    {
        var entity = page.Entities[index];
        return entity.Type switch
        {
            EntityType.Person => OfPerson(index),
            EntityType.Organization => OfOrganization(entity),
            EntityType.Event => OfEvent(entity),
            EntityType.Place => Venue().IsMatch(entity.Name) ? Region(entity) : "",
            _ => entity.Name.Length >= NameThatSpeaksForItself ? "" : Region(entity),
        };
    }

    private string OfPerson(int index)
    {
        var employers = Employers(index);
        var organ = employers.Find(employer => OfOrganization(employer).Length > 0);
        if (organ is not null || employers.Count == 0)
            return Region(page.Entities[index]);

        return CanonicalName.Of(employers[0].Name);
    }

    /// <summary>Whose posts the person holds: the one that the page says most often first, then the surest, then the first in the text.</summary>
    private List<ExtractedEntity> Employers(int person) =>
    [
        .. _posts[person]
            .GroupBy(post => post.Tail)
            .OrderByDescending(posts => posts.Count())
            .ThenByDescending(posts => posts.Max(post => post.Confidence))
            .ThenBy(posts => posts.Min(post => post.Evidence.Start))
            .ThenBy(posts => page.Entities[posts.Key].Name, StringComparer.Ordinal)
            .Select(posts => page.Entities[posts.Key]),
    ];

    private string OfOrganization(ExtractedEntity organization) =>
        KnownByItsName().IsMatch(CanonicalName.Of(organization.Name)) ? "" : Region(organization);

    private string OfEvent(ExtractedEntity gathering)
    {
        if (YearOrNumber().IsMatch(gathering.Name))
            return "";

        var year = gathering.Date?.Date.Year ?? page.Published?.Year;
        return $"{year}|{Region(gathering)}";
    }

    private string Region(ExtractedEntity entity) => CanonicalName.Of(entity.Region ?? page.Place ?? "");

    [GeneratedRegex(@"(公司|集团|大学|学院|研究院|研究所|银行|基金|控股|株式会社|科学院|工程院|电视台|出版社|航空|证券|保险)(\(.*\))?$")]
    private static partial Regex KnownByItsName();

    [GeneratedRegex(@"(19|20)\d\d|第[一二三四五六七八九十百\d]+[届次]")]
    private static partial Regex YearOrNumber();

    [GeneratedRegex(@"(街道|镇|乡|村|社区|路|街|园|园区|广场|公园|馆|厅|中心|酒店|宾馆|会堂|礼堂|港|码头|车间|展厅)$")]
    private static partial Regex Venue();
}

<#list dependencyMap as entry>
${entry.getKey().groupId}:${entry.getKey().artifactId}|${entry.getValue()?join(" or ")}
</#list>

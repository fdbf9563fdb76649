using Semel.Generator.Binding.Whole;

namespace Semel.Generator.Tests.Whole;

/// <summary>What a resource is called in the class of its document.</summary>
public sealed class ResourceNamesTests
{
    [Theory]
    [InlineData("/v2/droplets", "Droplets")]
    [InlineData("/v2/account/keys", "AccountKeys")]
    [InlineData("/v2/databases/{database_cluster_uuid}/users", "DatabaseUsers")]
    [InlineData("/v2/kubernetes/clusters/{cluster_id}/node_pools", "KubernetesClusterNodePools")]
    [InlineData("/networks/{id}/network_rules", "NetworkRules")]
    [InlineData("/load_balancers/{id}/load_balancers", "LoadBalancerLoadBalancers")]
    [InlineData("/networks/create", "Networks")]
    [InlineData("/v1/buckets/{bucket_name}", "Buckets")]
    [InlineData("/{apiVersion}/linode/instances/{linodeId}/disks", "LinodeInstanceDisks")]
    [InlineData("/rest/api/3/issue/{issueIdOrKey}/comment", "IssueComment")]
    [InlineData("/2010-04-01/Accounts/{AccountSid}/Calls.json", "AccountCalls")]
    [InlineData("/2010-04-01/Accounts/{Sid}.json", "Accounts")]
    [InlineData("/subscriptions/{s}/resourceGroups/{g}/providers/Microsoft.Compute/virtualMachines/{vmName}", "VirtualMachines")]
    [InlineData("/apis/apps/v1/namespaces/{namespace}/deployments", "AppsNamespaceDeployments")]
    [InlineData("/usergroups.create", "Usergroups")]
    [InlineData("/1-clicks", "_1Clicks")]
    [InlineData("/api/v1", "ApiV1")]
    [InlineData("/{thing}", "Value")]
    [InlineData("/", "Value")]
    public void Name_HasTheWordsOfThePath(string path, string name) => Assert.Equal(name, ResourceNames.Of(path));
}

# Writes tiedNeighbors.json to the same folder: for the cases of nearestNeighbor.json with ties, estimates whose local
# value is the mean over all orders of the samples at the same distance. Brute force over all pairs, with exact fractions
# for the probabilities of orders. Requires numpy.
import json, pathlib
from fractions import Fraction
from math import comb, log
import numpy as np
folder=pathlib.Path(__file__).parent
cases=json.loads((folder/'nearestNeighbor.json').read_text())['cases']
found={}
EULER=0.57721566490153286060651209
psi=lambda m: -EULER+sum(1.0/j for j in range(1,m))
def spread(block): return np.abs(block[:,None,:]-block[None,:,:]).max(2)
def orders(far,subspaces,i,k,radius):
    # Removes samples at the radius variable by variable, until k - 1 are left.
    n=far[0].shape[0]; total=0
    for sequence in (list(range(len(far))),list(range(len(far)))[::-1]):
        strict=set()
        inside=lambda space:[all(far[v][i,j]<radius if v in strict else far[v][i,j]<=radius for v in space) for j in range(n)]
        joint=lambda: sum(inside(range(len(far))))-1
        for v in sequence:
            before=joint(); tops=[sum(inside(s)) for s,_ in subspaces]
            strict.add(v)
            after=joint(); rests=[sum(inside(s)) for s,_ in subspaces]
            if after>=k: continue
            a,A=before-k+1,before-after
            for (s,sign),top,rest in zip(subspaces,tops,rests):
                T=top-rest
                if T==0: total+=sign*psi(top)/2; continue
                for p in range(a,T-A+a+1):
                    share=Fraction(comb(p-1,a-1)*comb(T-p,A-a),comb(T,A))
                    total+=sign*float(share)*psi(top-p)/2
            break
    return psi(k)+total
def local(far,subspaces,i,k):
    n=far[0].shape[0]
    joint=np.max([f[i] for f in far],0)
    radius=sorted(joint[j] for j in range(n) if j!=i)[k-1]
    if radius==0:
        zeros=lambda space:sum(all(far[v][i,j]==0 for v in space) for j in range(n))
        return psi(sum(joint==0))+sum(s*psi(zeros(v)) for v,s in subspaces),True
    at=[sum(max(far[v][i,j] for v in space)==radius for j in range(n)) for space,_ in subspaces]
    return orders(far,subspaces,i,k,radius),sum(at)!=1
def each(far,i,k):
    # Variant 2, or None if samples tie at one of its radii.
    n=far[0].shape[0]; joint=np.max([f[i] for f in far],0)
    nearest=sorted((j for j in range(n) if j!=i),key=lambda j:joint[j])[:k]
    value=psi(k)-(len(far)-1)/k
    for f in far:
        radius=max(f[i,j] for j in nearest)
        if radius==0 or sum(f[i]==radius)!=1: return None
        value-=psi(sum(f[i]<=radius)-1)
    return value
for case in cases:
    given=case['input']
    if given['kind']!='continuous': continue
    x,y,k=np.array(given['x']),np.array(given['y']),given['k']; n=len(x)
    far=[spread(x),spread(y)]; both=[((0,),-1),((1,),-1)]
    rows=[local(far,both,i,k) for i in range(n)]
    second=[each(far,i,k) for i in range(n)]
    if not any(tied for _,tied in rows) and None not in second: continue
    mean=sum(value for value,_ in rows)/n
    few=sum(tied or two is None for (_,tied),two in zip(rows,second))<=n/100
    values={'ksg1':mean+psi(n),'mixed':mean+log(n),
      'ksg2':psi(n)+sum(one if not few or tied or two is None else two for (one,tied),two in zip(rows,second))/n}
    found[case['name']]=values
(folder/'tiedNeighbors.json').write_text(json.dumps(found,indent=1)+'\n')
